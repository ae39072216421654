using GenerativeCourse.Grading.Submissions;

namespace GenerativeCourse.Grading.Gradebooks;

/// <summary>The points of one cell with what a person added to them.</summary>
/// <param name="Grade">What grading found.</param>
/// <param name="Manual">What a person gave instead; null where nobody did.</param>
/// <param name="Extra">What a person gave on top.</param>
/// <param name="Comment">What a person wrote beside it; null where nobody did.</param>
public sealed record ScoredCell(CellGrade Grade, double? Manual, double Extra, string? Comment)
{
    /// <summary>The points that count.</summary>
    public double Score => (Manual ?? Grade.Score ?? 0) + Extra;

    /// <summary>Whether a person still has to grade it.</summary>
    public bool NeedsManualGrade => Grade.NeedsManualGrade && Manual is null;
}
