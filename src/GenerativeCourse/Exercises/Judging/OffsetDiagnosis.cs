namespace GenerativeCourse.Exercises.Judging;

/// <summary>Reads the one number between what came and what was asked: the Gaussian's constant in D dimensions, or another.</summary>
static class OffsetDiagnosis
{
    const int MostDimensions = 100;

    internal static string? Of(double[] actual, double[] expected)
    {
        var offset = actual[0] - expected[0];
        if (offset == 0 || !ValueDiagnosis.Matches(actual, expected, right => right + offset))
            return null;
        var dimensions = offset / (0.5 * Math.Log(2 * Math.PI));
        var side = offset > 0 ? "much" : "little";
        if (Math.Abs(dimensions - Math.Round(dimensions)) < 0.003 && Math.Abs(dimensions) is > 1.5 and < MostDimensions)
            return $"{NumberText.Of(Math.Abs(offset))} too {side}, {Math.Abs(Math.Round(dimensions))} times half of log 2 pi: the Gaussian's constant in each dimension";
        return actual.Length >= 3 ? $"every number is {NumberText.Of(Math.Abs(offset))} too {side}: a constant term" : null;
    }
}
