using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Formats;

/// <summary>What nbgrader's metadata (schema 3) says of a cell: who writes it, and whether it carries points.</summary>
public sealed partial record GradedCell
{
    /// <summary>nbgrader's key in a cell's metadata.</summary>
    public const string Key = "nbgrader";

    /// <summary>The one schema that is read and written.</summary>
    public const int Schema = 3;

    static readonly string[] Known = ["schema_version", "grade", "solution", "locked", "task", "grade_id", "points", "checksum", "cell_type"];

    /// <summary>Whether the cell carries points.</summary>
    public bool Grade { get; init; }

    /// <summary>Whether a student writes in it.</summary>
    public bool Solution { get; init; }

    /// <summary>Whether its text is put back before grading, as the file has it; <see cref="IsLocked"/> is what counts.</summary>
    public bool Locked { get; init; }

    /// <summary>Whether it is a task: prose with points that a person grades.</summary>
    public bool Task { get; init; }

    /// <summary>Its id, unique in a notebook: letters, digits, hyphens and underscores.</summary>
    public required string GradeId { get; init; }

    /// <summary>Its points; 0 where it carries none.</summary>
    public double Points { get; init; }

    /// <summary>The checksum that a release gave it, if any.</summary>
    public string? Checksum { get; init; }

    /// <summary>Whether its text is put back before grading: a test is, even when the file does not lock it.</summary>
    public bool IsLocked => !Solution && (Grade || Locked);

    /// <summary>Whether a machine grades it: a test, and no answer that a person reads.</summary>
    public bool IsTest => Grade && !Solution;

    /// <summary>Whether a person grades it.</summary>
    public bool IsManual => (Grade && Solution) || Task;

    /// <summary>The marks of a cell; null where it has none.</summary>
    /// <exception cref="FormatException">They break a rule of the schema; the message says which, without the place.</exception>
    public static GradedCell? Read(NotebookCell cell)
    {
        if (cell.Metadata[Key] is not { } node)
            return null;
        var marks = node as JsonObject ?? throw new FormatException("metadata.nbgrader must be an object");
        if (marks["schema_version"] is not JsonValue version || !version.TryGetValue(out int schema))
            throw new FormatException("metadata.nbgrader has no schema_version; run `nbgrader update` on the notebook");
        if (schema != Schema)
            throw new FormatException($"metadata.nbgrader has schema {schema}, {(schema < Schema ? "older" : "newer")} than {Schema}{(schema < Schema ? "; run `nbgrader update` on the notebook" : "")}");
        if (marks.Select(entry => entry.Key).FirstOrDefault(key => !Known.Contains(key)) is { } unknown)
            throw new FormatException($"metadata.nbgrader has the unknown key {unknown}; the course's own keys stand under metadata.course");
        var read = new GradedCell
        {
            Grade = Flag(marks, "grade", required: true),
            Solution = Flag(marks, "solution", required: true),
            Locked = Flag(marks, "locked", required: true),
            Task = Flag(marks, "task", required: false),
            GradeId = Text(marks, "grade_id") ?? "",
            Points = marks["points"] is { } points ? Number(points) : 0,
            Checksum = Text(marks, "checksum"),
        };
        read.Check(cell.Kind, marks);
        return read;
    }

    /// <summary>The metadata as a file has it, without checksum.</summary>
    public JsonObject ToJson()
    {
        var marks = new JsonObject
        {
            ["schema_version"] = Schema,
            ["grade"] = Grade,
            ["solution"] = Solution,
            ["locked"] = Locked,
            ["task"] = Task,
            ["grade_id"] = GradeId,
        };
        if (Grade || Task)
            marks["points"] = Points == Math.Floor(Points) ? (long)Points : Points;
        return marks;
    }

    void Check(CellKind kind, JsonObject marks)
    {
        if (!Id().IsMatch(GradeId) || (GradeId.Length == 0 && (Grade || Solution || Locked || Task)))
            throw new FormatException(GradeId.Length == 0 ? "grade_id is missing" : $"grade_id is '{GradeId}'; it may hold letters, digits, hyphens and underscores");
        if (Grade && marks["points"] is null)
            throw new FormatException("a graded cell has no points");
        if (Points < 0 || !double.IsFinite(Points))
            throw new FormatException($"points are {PythonFloat.Repr(Points)}; they must be 0 or more");
        if (Checksum is { Length: not 32 })
            throw new FormatException("checksum must have 32 characters");
        if (Task && kind != CellKind.Markdown)
            throw new FormatException("a task must be a markdown cell");
        if (Task && (Grade || Solution))
            throw new FormatException("a task is neither a test nor a solution");
        if (kind == CellKind.Markdown && Grade != Solution)
            throw new FormatException(Grade ? "a markdown cell cannot be a test" : "a markdown answer must carry points (grade and solution)");
    }

    static bool Flag(JsonObject marks, string key, bool required) => marks[key] switch
    {
        null when !required => false,
        { } node when node.GetValueKind() is JsonValueKind.True or JsonValueKind.False => node.GetValue<bool>(),
        _ => throw new FormatException($"metadata.nbgrader.{key} must be true or false"),
    };

    static string? Text(JsonObject marks, string key) => marks[key] switch
    {
        null => null,
        { } node when node.GetValueKind() == JsonValueKind.String => node.GetValue<string>(),
        _ => throw new FormatException($"metadata.nbgrader.{key} must be a string"),
    };

    static double Number(JsonNode node) =>
        node.GetValueKind() == JsonValueKind.Number ? node.GetValue<double>() : throw new FormatException("metadata.nbgrader.points must be a number");

    [GeneratedRegex(@"^[a-zA-Z0-9_\-]*\z")]
    private static partial Regex Id();
}
