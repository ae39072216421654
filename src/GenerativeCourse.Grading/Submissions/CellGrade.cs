namespace GenerativeCourse.Grading.Submissions;

/// <summary>The points of one cell that carries some: a test, or an answer that a person grades.</summary>
/// <param name="GradeId">Its id.</param>
/// <param name="Exercise">The exercise that it belongs to.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="Score">What was earned; null where a person has to say.</param>
/// <param name="Checks">Its checks; none where a person grades it.</param>
/// <param name="Note">What is to be said of it in a line; null where nothing is.</param>
/// <param name="Answer">What the student wrote, as a person reads it; null where nothing was handed in or it was deleted.</param>
/// <param name="IsTask">Whether it is a task, whose answer stands below it.</param>
public sealed record CellGrade(string GradeId, string Exercise, double Points, double? Score, IReadOnlyList<CheckGrade> Checks, string? Note, string? Answer = null, bool IsTask = false)
{
    /// <summary>Whether a person has to grade it.</summary>
    public bool NeedsManualGrade => Score is null;
}
