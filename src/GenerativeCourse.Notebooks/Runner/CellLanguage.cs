using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Notebooks.Runner;

/// <summary>Which language a notebook and its cells are written in.</summary>
public static class CellLanguage
{
    /// <summary>What a cell's metadata says (VS Code's form, then .NET Interactive's older one); null for the notebook's own language.</summary>
    public static string? Of(NotebookCell cell) => Of(cell.Metadata);

    /// <summary>The same, of a cell's metadata alone: some clients send it along with the cell.</summary>
    public static string? Of(JsonObject metadata) =>
        Text(metadata["polyglot_notebook"], "kernelName") ?? Text(metadata["dotnet_interactive"], "language");

    /// <summary>The name of the kernel that a notebook asks for, when that is not a C# one; else null.</summary>
    public static string? ForeignKernel(Notebook notebook)
    {
        var kernel = notebook.Metadata["kernelspec"];
        var (name, language) = (Text(kernel, "name"), Text(kernel, "language"));
        return name is null or ".net-csharp" || language is "C#" or "csharp" ? null : name;
    }

    static string? Text(JsonNode? node, string key) =>
        node is JsonObject owner && owner[key] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
