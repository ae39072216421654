using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Kernel.Errors;
using GenerativeCourse.Notebooks.Kernel.Formatting;
using GenerativeCourse.Notebooks.Kernel.Languages;
using GenerativeCourse.Notebooks.Kernel.Scripting;

namespace GenerativeCourse.Notebooks.Kernel.Magics;

/// <summary>All magic commands.</summary>
internal static class MagicCommands
{
    /// <summary>By name, in the order of <c>#!lsmagic</c>.</summary>
    public static IReadOnlyList<Magic> All { get; } =
    [
        new("about", "Says what this kernel is.", About),
        new("import", "Runs another notebook or file: #!import path.ipynb (or .dib, .cs).", ImportCommand.Run),
        new("lsmagic", "Lists these commands.", List),
        new("set", "Sets a variable: #!set --name x --value @csharp:y (or text, or @input:prompt).", SharingCommands.Set),
        new("share", "Takes a variable from another language: #!share --from csharp x [--as y].", SharingCommands.Share),
        new("time", "Shows how long the cell took.", Time),
        new("who", "Lists the names of the variables.", Who),
        new("whos", "Lists the variables with type and value.", Whos),
    ];

    /// <summary>Languages that a cell can switch to by magic, with a line of help.</summary>
    public static IReadOnlyList<(string Name, string Help)> Languages { get; } =
    [
        ("csharp", "What follows is C#."), ("html", "What follows is HTML, shown as it is."), ("javascript", "What follows is a script, run in the page."),
        ("markdown", "What follows is Markdown."), ("mermaid", "What follows is a Mermaid diagram."),
        ("value", "What follows is stored as text: #!value --name x [--from-file path]."),
    ];

    /// <summary>Runs one command.</summary>
    /// <exception cref="CellError">It is unknown or its arguments are wrong.</exception>
    public static void Run(CellPart.Magic command, MagicContext context)
    {
        var magic = All.FirstOrDefault(magic => magic.Name == command.Name)
            ?? throw new CellError($"There is no magic command '#!{command.Name}' (line {command.Line}); #!lsmagic lists those that are.", "MagicError");
        magic.Run(context, new MagicArguments(command.Name, command.Arguments));
    }

    static void Time(MagicContext context, MagicArguments arguments)
    {
        var start = Stopwatch.GetTimestamp();
        context.AtEnd(() =>
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"Wall time: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F1} ms");
            context.Displays.Show(new JsonObject { ["text/plain"] = text });
        });
    }

    static void About(MagicContext context, MagicArguments arguments)
    {
        var text = $"C# notebook kernel of the generative modelling course {typeof(MagicCommands).Assembly.GetName().Version?.ToString(3)}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}";
        context.Displays.Show(new JsonObject { ["text/plain"] = text });
    }

    static void List(MagicContext context, MagicArguments arguments) =>
        Table(context, ["command", "what it does"], [.. Languages.Select(language => new[] { "#!" + language.Name, language.Help }), .. All.Select(magic => new[] { "#!" + magic.Name, magic.Help })]);

    static void Who(MagicContext context, MagicArguments arguments) =>
        Table(context, ["variable"], [.. ScriptVariables.Of(context.Session).Select(variable => new[] { variable.Name })]);

    static void Whos(MagicContext context, MagicArguments arguments) =>
        Table(context, ["variable", "type", "value"], [.. ScriptVariables.Of(context.Session).Select(variable => new[] { variable.Name, TypeNames.Of(variable.Type), MimeBundle.Line(variable.Value) })]);

    static void Table(MagicContext context, string[] headers, IReadOnlyList<string[]> rows)
    {
        var widths = headers.Select((header, column) => rows.Select(row => row[column].Length).Append(header.Length).Max()).ToArray();
        var plain = new StringBuilder();
        foreach (var row in rows.Prepend(headers))
            plain.AppendLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        var html = new StringBuilder("<table><thead><tr>").AppendJoin("", headers.Select(header => $"<th>{header}</th>")).Append("</tr></thead><tbody>");
        foreach (var row in rows)
            html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>")).Append("</tr>");
        context.Displays.Show(new JsonObject { ["text/html"] = html.Append("</tbody></table>").ToString(), ["text/plain"] = plain.ToString().TrimEnd() });
    }
}
