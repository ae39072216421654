namespace GenerativeCourse.Grading.Submissions;

/// <summary>What became of one check, as its student may read it.</summary>
/// <param name="Name">The asked expression; of a hidden check only that it is one.</param>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Message">Why it failed: of a hidden check its hint and no value; null when it passed.</param>
/// <param name="IsHidden">Whether students do not see it.</param>
public sealed record CheckGrade(string Name, bool Passed, string? Message, bool IsHidden);
