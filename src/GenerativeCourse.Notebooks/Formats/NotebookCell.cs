using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Formats;

/// <summary>One cell: a view over its JSON that leaves unknown fields alone. Multi-line text is joined while in memory.</summary>
public sealed class NotebookCell
{
    internal NotebookCell(JsonObject node) => Node = node;

    /// <summary>The cell's JSON as it will be written, but with joined text.</summary>
    public JsonObject Node { get; }

    /// <summary>The cell's kind.</summary>
    public CellKind Kind => (string?)Node["cell_type"] switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        _ => CellKind.Raw,
    };

    /// <summary>The cell's id: 1 to 64 letters, digits, hyphens and underscores, unique in its notebook.</summary>
    public string Id
    {
        get => (string)Node["id"]!;
        set => Node["id"] = value;
    }

    /// <summary>The cell's text.</summary>
    public string Source
    {
        get => (string)Node["source"]!;
        set => Node["source"] = value;
    }

    /// <summary>The cell's metadata.</summary>
    public JsonObject Metadata => Node["metadata"]!.AsObject();

    /// <summary>The cell's tags (<c>metadata.tags</c>); empty when there are none.</summary>
    public IReadOnlyList<string> Tags => Metadata["tags"] is JsonArray tags
        ? [.. tags.OfType<JsonValue>().Select(tag => tag.TryGetValue(out string? text) ? text : "").Where(text => text.Length > 0)]
        : [];

    /// <summary>A code cell's outputs; throws <see cref="InvalidOperationException"/> on other cells.</summary>
    public JsonArray Outputs
    {
        get => Kind == CellKind.Code ? Node["outputs"]!.AsArray() : throw new InvalidOperationException($"Cell {Id} is not a code cell.");
        set => Node["outputs"] = value;
    }

    /// <summary>A code cell's execution count, or null when it has not been executed.</summary>
    public int? ExecutionCount
    {
        get => (int?)Node["execution_count"];
        set => Node["execution_count"] = value;
    }

    /// <summary>Makes a code cell without outputs.</summary>
    public static NotebookCell Code(string id, string source) => new(new JsonObject
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = id,
        ["metadata"] = new JsonObject(),
        ["outputs"] = new JsonArray(),
        ["source"] = source,
    });

    /// <summary>Makes a Markdown cell.</summary>
    public static NotebookCell Markdown(string id, string source) => new(new JsonObject
    {
        ["cell_type"] = "markdown",
        ["id"] = id,
        ["metadata"] = new JsonObject(),
        ["source"] = source,
    });

    /// <summary>A copy that shares nothing with this cell.</summary>
    public NotebookCell Clone() => new(Node.DeepClone().AsObject());
}
