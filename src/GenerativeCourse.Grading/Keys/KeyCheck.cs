using GenerativeCourse.Exercises.Judging;

namespace GenerativeCourse.Grading.Keys;

/// <summary>One check of a test: what is asked of an answer, and what is expected of it.</summary>
/// <param name="Asked">The asked expression.</param>
/// <param name="Uses">The variables that it uses, and those that they are made from, in order.</param>
/// <param name="Hint">What a learner is told when it fails.</param>
/// <param name="IsHidden">Whether students do not see it.</param>
/// <param name="Expectation">What is expected: never sent to where an answer runs.</param>
public sealed record KeyCheck(string Asked, IReadOnlyList<string> Uses, string Hint, bool IsHidden, Expectation Expectation);
