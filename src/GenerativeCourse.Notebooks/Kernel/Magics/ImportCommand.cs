using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Kernel.Errors;
using GenerativeCourse.Notebooks.Kernel.Languages;

namespace GenerativeCourse.Notebooks.Kernel.Magics;

/// <summary><c>#!import</c>: runs the code cells of another notebook, or a file, as a part of the running cell.</summary>
internal static class ImportCommand
{
    public static void Run(MagicContext context, MagicArguments arguments)
    {
        if (arguments.Rest.Count != 1)
            throw new CellError("#!import needs one path: a .ipynb, .dib or .cs file.", "MagicError");
        var path = Path.GetFullPath(arguments.Rest[0], context.WorkingDirectory);
        if (!File.Exists(path))
            throw new CellError($"#!import finds no file '{path}'.", "MagicError");
        var name = Path.GetFileName(path);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".ipynb":
                ImportNotebook(context, path, name);
                break;
            case ".dib":
                foreach (var part in CellParser.Split(WithoutMeta(File.ReadAllText(path)), "csharp"))
                    RunPart(context, part, name);
                break;
            case ".cs" or ".csx":
                context.RunCSharp(File.ReadAllText(path), path);
                break;
            default:
                throw new CellError($"#!import takes .ipynb, .dib and .cs files, and '{name}' is none.", "MagicError");
        }
    }

    static void ImportNotebook(MagicContext context, string path, string name)
    {
        var number = 0;
        foreach (var cell in Cells(path).OfType<JsonObject>())
        {
            number++;
            if ((string?)cell["cell_type"] != "code")
                continue;
            var source = cell["source"] is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)cell["source"] ?? "";
            foreach (var part in CellParser.Split(source, CellLanguage(cell)))
                RunPart(context, part, $"{name}[{number}]");
        }
    }

    static JsonArray Cells(string path)
    {
        try
        {
            if (JsonNode.Parse(File.ReadAllText(path)) is JsonObject notebook && notebook["cells"] is JsonArray cells)
                return cells;
        }
        catch (System.Text.Json.JsonException)
        {
            // Told below.
        }
        throw new CellError($"#!import cannot read '{path}': it is not a notebook.", "MagicError");
    }

    static string? CellLanguage(JsonObject cell) =>
        (string?)cell["metadata"]?["polyglot_notebook"]?["kernelName"] ?? (string?)cell["metadata"]?["dotnet_interactive"]?["language"];

    static void RunPart(MagicContext context, CellPart part, string name)
    {
        if (part is CellPart.Magic magic)
            MagicCommands.Run(magic, context);
        else
            context.RunPart((CellPart.Source)part, name);
    }

    // A .dib starts with #!meta and its JSON, which ends at the next #! line.
    static string WithoutMeta(string text)
    {
        if (!text.StartsWith("#!meta", StringComparison.Ordinal))
            return text;
        var next = text.IndexOf("\n#!", StringComparison.Ordinal);
        return next < 0 ? "" : text[(next + 1)..];
    }
}
