namespace GenerativeCourse.Grading.Gradebooks;

/// <summary>What one student has in the gradebook.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Timestamp">When it was handed in; null where nothing says so.</param>
/// <param name="Notebooks">The notebooks.</param>
public sealed record ScoredSubmission(string Student, DateTimeOffset? Timestamp, IReadOnlyList<ScoredNotebook> Notebooks)
{
    /// <summary>What was earned, before lateness.</summary>
    public double Raw => Notebooks.Sum(notebook => notebook.Raw);

    /// <summary>What lateness costs.</summary>
    public double Penalty => Notebooks.Sum(notebook => notebook.Penalty);

    /// <summary>The points that count: never below 0.</summary>
    public double Score => Math.Max(0, Raw - Penalty);

    /// <summary>What could be earned.</summary>
    public double Points => Notebooks.SelectMany(notebook => notebook.Cells).Sum(cell => cell.Grade.Points);

    /// <summary>Whether a person still has to grade something.</summary>
    public bool NeedsManualGrade => Notebooks.SelectMany(notebook => notebook.Cells).Any(cell => cell.NeedsManualGrade);
}
