namespace GenerativeCourse.Grading.Exercises;

/// <summary>One call of <c>Check</c> in a test cell.</summary>
/// <param name="Kind">The method: Equal, Close, Shape, Throws, Mean, Moments or Frequencies.</param>
/// <param name="Asked">The asked expression, without comments.</param>
/// <param name="Hint">What a learner is told when it fails.</param>
/// <param name="IsHidden">Whether it stands among the hidden tests.</param>
/// <param name="Line">Its line in the cell, from 1.</param>
/// <param name="Uses">The variables of the cell that the asked expression uses, in order, and those that they are made from.</param>
public sealed record CheckCall(string Kind, string Asked, string Hint, bool IsHidden, int Line, IReadOnlyList<string> Uses)
{
    /// <summary>Whether it judges draws by a statistic.</summary>
    public bool IsStatistical => Kind is "Mean" or "Moments" or "Frequencies";
}
