using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Grading.Evaluation;

/// <summary>What came of a cell.</summary>
/// <param name="Result">The text of its last expression; null where it has none or failed.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
public sealed record CellReply(string? Result, CellFailure? Failure);
