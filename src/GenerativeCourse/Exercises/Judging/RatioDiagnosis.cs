namespace GenerativeCourse.Exercises.Judging;

/// <summary>Reads the one factor between what came and what was asked: a mean for a sum, n - 1 for n.</summary>
static class RatioDiagnosis
{
    const int LongestMean = 5000, LongestCorrection = 100;
    const double Whole = 0.005;

    internal static string? Of(double[] actual, double[] expected)
    {
        var largest = Enumerable.Range(0, expected.Length).MaxBy(i => Math.Abs(expected[i]));
        var ratio = actual[largest] / expected[largest];
        if (!double.IsFinite(ratio) || ratio == 0 || !ValueDiagnosis.Matches(actual, expected, right => ratio * right))
            return null;
        if (Count(1 / ratio, LongestMean) is { } averaged)
            return $"1/{averaged} of what was asked: a mean over {averaged} (a batch, dimensions?) where a sum was asked, or divided by {averaged} once too often";
        if (Count(ratio, LongestMean) is { } summed)
            return $"{summed} times what was asked: a sum over {summed} (a batch, dimensions?) where a mean was asked";
        if (Count(ratio / (ratio - 1), LongestCorrection) is { } draws)
            return $"the ratio is {draws}/{draws - 1}: divided by n - 1 where n was asked (var and std correct so, unless told unbiased: false)";
        if (Count(1 / (1 - ratio), LongestCorrection) is { } all)
            return $"the ratio is {all - 1}/{all}: divided by n where n - 1 was asked";
        return expected.Count(number => number != 0) >= 3 ? $"every number is {NumberText.Of(ratio)} times what was asked: a constant factor" : null;
    }

    // The whole number from 3 on that this is, all but a little.
    static long? Count(double value, int most) =>
        value >= 3 - Whole && value <= most && Math.Abs(value - Math.Round(value)) < Whole ? (long)Math.Round(value) : null;
}
