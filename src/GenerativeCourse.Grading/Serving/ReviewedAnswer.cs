using GenerativeCourse.Grading.Gradebooks;

namespace GenerativeCourse.Grading.Serving;

/// <summary>One student's answer to one exercise.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Exercise">The exercise.</param>
/// <param name="Cells">What carries its points.</param>
sealed record ReviewedAnswer(string Student, ReviewedExercise Exercise, IReadOnlyList<ScoredCell> Cells)
{
    /// <summary>The text; null where there is none.</summary>
    public string? Text => Cells.Select(cell => cell.Grade.Answer).FirstOrDefault(text => text is not null);

    /// <summary>The points that count.</summary>
    public double Score => Cells.Sum(cell => cell.Score);

    /// <summary>Whether a person still has to grade it.</summary>
    public bool IsOpen => Cells.Any(cell => cell.NeedsManualGrade);

    /// <summary>Whether it lost points.</summary>
    public bool HasFailed => !IsOpen && Score < Exercise.Points;

    /// <summary>What a person wrote of it.</summary>
    public string? Comment => Cells.Select(cell => cell.Comment).FirstOrDefault(comment => comment is not null);
}
