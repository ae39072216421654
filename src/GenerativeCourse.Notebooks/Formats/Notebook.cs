using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Formats;

/// <summary>A Jupyter notebook, format 4.5, that keeps every field it does not know and writes the same bytes for the same content.</summary>
public sealed class Notebook
{
    internal Notebook(JsonObject fields, List<NotebookCell> cells) => (Fields, Cells) = (fields, cells);

    /// <summary>The notebook's top-level fields except <c>cells</c>.</summary>
    public JsonObject Fields { get; }

    /// <summary>The cells, in order; may be changed.</summary>
    public IList<NotebookCell> Cells { get; }

    /// <summary>The notebook's metadata.</summary>
    public JsonObject Metadata => Fields["metadata"]!.AsObject();

    /// <summary>The code cells, in order.</summary>
    public IEnumerable<NotebookCell> CodeCells => Cells.Where(cell => cell.Kind == CellKind.Code);

    /// <summary>Makes an empty notebook for this project's C# kernel.</summary>
    public static Notebook Create() => new(
        new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
                ["language_info"] = new JsonObject { ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp", ["name"] = "C#" },
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        },
        []);

    /// <summary>Reads a file; throws <see cref="NotebookFormatException"/> when it is not a notebook of format 4.</summary>
    public static Notebook Read(string path) => Parse(File.ReadAllBytes(path), path);

    /// <summary>Reads UTF-8 bytes; <paramref name="name"/> is what messages call them.</summary>
    public static Notebook Parse(ReadOnlyMemory<byte> utf8, string name) => new NotebookReader(new NotebookText(utf8, name)).Read();

    /// <summary>The notebook as nbformat writes it: sorted keys, one space of indent, text split into lines, a final newline.</summary>
    public byte[] ToBytes() => NotebookWriter.Write(this);

    /// <summary>Replaces the file whole.</summary>
    public void Write(string path) => WholeFile.Write(path, ToBytes());

    /// <summary>A copy that shares nothing with this notebook.</summary>
    public Notebook Clone() => new(Fields.DeepClone().AsObject(), [.. Cells.Select(cell => cell.Clone())]);
}
