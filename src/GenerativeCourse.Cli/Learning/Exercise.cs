using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Cli.Learning;

/// <summary>A cell that nbgrader's metadata marks as a solution or as a test of one.</summary>
public sealed class Exercise
{
    static readonly string[] Stub = ["// YOUR CODE HERE", "throw new NotImplementedException();"];

    readonly NotebookCell _cell;
    readonly JsonObject _marks;

    Exercise(NotebookCell cell, JsonObject marks) => (_cell, _marks) = (cell, marks);

    /// <summary>Its id, unique in a notebook.</summary>
    public string Id => (string?)_marks["grade_id"] ?? "";

    /// <summary>Whether a learner writes in it.</summary>
    public bool IsSolution => (bool?)_marks["solution"] == true;

    /// <summary>The exercise that a cell belongs to; null where the cell is none's.</summary>
    public static Exercise? Of(NotebookCell cell) => cell.Kind == CellKind.Code && cell.Metadata["nbgrader"] is JsonObject marks ? new(cell, marks) : null;

    /// <summary>Takes away what a learner is not to see: the solution, hidden tests, and wrong answers.</summary>
    /// <exception cref="FormatException">Its comments do not match.</exception>
    public void Conceal()
    {
        if (IsSolution)
            _cell.Source = MarkedRegion.Replace(_cell.Source, "SOLUTION", Stub) ?? string.Join('\n', Stub);
        _cell.Source = MarkedRegion.Replace(_cell.Source, "HIDDEN TESTS") ?? _cell.Source;
        (_cell.Metadata["course"] as JsonObject)?.Remove("wrong_answers");
    }
}
