using GenerativeCourse.Exercises.Judging;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Grading.Evaluation;

/// <summary>What came of one check.</summary>
/// <param name="Check">The check.</param>
/// <param name="Outcome">What the answer gave or threw; null where it gave nothing that can be judged.</param>
/// <param name="Failure">Why there is no outcome: it did not compile, hung, or ended its process; else null.</param>
/// <param name="Judgement">Whether that is what was expected.</param>
public sealed record CheckOutcome(KeyCheck Check, Outcome? Outcome, CellFailure? Failure, Judgement Judgement);
