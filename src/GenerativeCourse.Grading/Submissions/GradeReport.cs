namespace GenerativeCourse.Grading.Submissions;

/// <summary>What a submission earned: the same for the same release and submission.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Assignment">The release's name.</param>
/// <param name="Timestamp">When it was handed in; null where nothing says so.</param>
/// <param name="Notebooks">Its notebooks, in the release's order.</param>
public sealed record GradeReport(string Student, string Assignment, DateTimeOffset? Timestamp, IReadOnlyList<NotebookGrade> Notebooks)
{
    /// <summary>What was earned so far.</summary>
    public double Score => Notebooks.SelectMany(notebook => notebook.Cells).Sum(cell => cell.Score ?? 0);

    /// <summary>What could be earned.</summary>
    public double Points => Notebooks.SelectMany(notebook => notebook.Cells).Sum(cell => cell.Points);

    /// <summary>Whether a person still has to grade something.</summary>
    public bool NeedsManualGrade => Notebooks.SelectMany(notebook => notebook.Cells).Any(cell => cell.NeedsManualGrade);
}
