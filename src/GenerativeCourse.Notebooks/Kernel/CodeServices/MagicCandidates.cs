using GenerativeCourse.Notebooks.Kernel.Magics;
using GenerativeCourse.Notebooks.Kernel.Scripting;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Completions on a line that starts with <c>#!</c>.</summary>
internal static class MagicCandidates
{
    /// <summary>Commands with what they do, by the name after <c>#!</c>.</summary>
    public static IEnumerable<(string Name, string Help)> Commands => MagicCommands.Languages.Concat(MagicCommands.All.Select(magic => (magic.Name, magic.Help)));

    /// <summary>What may stand at the end of <paramref name="line"/>, and where on it the replaced word starts.</summary>
    public static (int Start, IEnumerable<Candidate> Candidates) Of(string line, ScriptSession session, string folder)
    {
        var start = line.LastIndexOfAny([' ', '\t']) + 1;
        if (start == 0)
            return (0, Commands.Select(command => Candidate.Word("#!" + command.Name, 0, "magic", command.Help)));
        var command = line[2..].Split((char[]?)null, 2)[0].ToLowerInvariant();
        var word = line[start..];
        if (command == "import")
            return PathCandidates.Of(line, start, folder, [".ipynb", ".dib", ".cs", ".csx"]);
        if (command is "share" or "set" && word.StartsWith("@csharp:", StringComparison.Ordinal))
            return (start + "@csharp:".Length, Variables(session));
        if (!word.StartsWith('-') && line[..start].TrimEnd().EndsWith("--from", StringComparison.Ordinal))
            return (start, MagicCommands.Languages.Select(language => Candidate.Word(language.Name, 0, "module", language.Help)));
        IEnumerable<Candidate> options = Options(command).Select(option => Candidate.Word(option.Name, 1, "keyword", option.Help));
        return (start, command == "share" && line.Contains("--from csharp", StringComparison.Ordinal) ? Variables(session).Concat(options) : options);
    }

    static IEnumerable<Candidate> Variables(ScriptSession session) =>
        session.Basis.Cells.SelectMany(cell => cell.ScriptClass is { } variables ? Candidate.Of(variables.GetMembers().Where(member => member is Microsoft.CodeAnalysis.IFieldSymbol), _ => 0) : [])
            .DistinctBy(candidate => candidate.Name);

    static (string Name, string Help)[] Options(string command) => command switch
    {
        "set" => [("--name", "The variable that is set."), ("--value", "Its text, or @csharp:x for a variable's value, or @input:prompt.")],
        "share" => [("--from", "The language that has the variable."), ("--as", "Its name in this language.")],
        "value" => [("--name", "The name that the text is stored by."), ("--from-file", "A file that holds the text."), ("--mime-type", "Also shows the text, as this type.")],
        _ => [],
    };
}
