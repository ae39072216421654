using System.Text;

namespace GenerativeCourse.Notebooks.Kernel.Languages;

/// <summary>Splits a cell at its <c>#!</c> lines.</summary>
internal static class CellParser
{
    static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csharp"] = "csharp", ["c#"] = "csharp", ["cs"] = "csharp", ["polyglot-notebook"] = "csharp", [".net"] = "csharp",
        ["html"] = "html", ["javascript"] = "javascript", ["js"] = "javascript",
        ["markdown"] = "markdown", ["md"] = "markdown", ["mermaid"] = "mermaid", ["value"] = "value",
        ["fsharp"] = "fsharp", ["f#"] = "fsharp", ["pwsh"] = "pwsh", ["powershell"] = "pwsh", ["sql"] = "sql", ["kql"] = "kql", ["http"] = "http",
    };

    /// <summary>The language's one name, or the given one when it is unknown.</summary>
    public static string LanguageName(string? language) =>
        string.IsNullOrEmpty(language) ? "csharp" : Names.GetValueOrDefault(language, language.ToLowerInvariant());

    /// <summary>The language that a line after <c>#!</c> switches to; null when it is another magic.</summary>
    public static string? SwitchedTo(string line) => Names.GetValueOrDefault(line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(""));

    /// <summary>The cell's parts in order; a part without text is left out.</summary>
    public static IReadOnlyList<CellPart> Split(string cell, string? language)
    {
        var code = cell.ReplaceLineEndings("\n");
        if (!code.Contains("#!", StringComparison.Ordinal))
            return [new CellPart.Source(LanguageName(language), "", code)];
        var parts = new List<CellPart>();
        var (current, arguments, source, number) = (LanguageName(language), "", new StringBuilder(), 0);
        foreach (var line in code.Split('\n'))
        {
            number++;
            if (!line.StartsWith("#!", StringComparison.Ordinal))
            {
                source.Append(line).Append('\n');
                continue;
            }
            Close();
            source.Append('\n', number);
            var words = line[2..].Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
            var name = words.Length > 0 ? words[0] : "";
            var rest = words.Length > 1 ? words[1].Trim() : "";
            if (Names.TryGetValue(name, out var switched))
                (current, arguments) = (switched, rest);
            else
                parts.Add(new CellPart.Magic(current, name.ToLowerInvariant(), rest, number));
        }
        Close();
        return parts;

        void Close()
        {
            // A line's end belongs to the line that follows.
            var text = source.Length > 0 ? source.ToString(0, source.Length - 1) : "";
            // A value is stored and a language switched to even without text.
            if (!string.IsNullOrWhiteSpace(text) || arguments.Length > 0)
                parts.Add(new CellPart.Source(current, arguments, text));
            arguments = "";
            source.Clear();
        }
    }
}
