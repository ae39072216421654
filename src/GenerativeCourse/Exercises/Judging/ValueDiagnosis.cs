namespace GenerativeCourse.Exercises.Judging;

/// <summary>Guesses what is wrong with numbers of the right shape from how they differ from the right ones.</summary>
static class ValueDiagnosis
{
    internal const double Near = 1e-3;

    /// <summary>One guess or two; null where the numbers suggest none. Of counts and labels nobody takes an exponential or a corrected mean.</summary>
    internal static string? Of(double[] actual, double[] expected, IReadOnlyList<long> shape, bool areWhole = false)
    {
        if (NotFinite(actual, expected, shape) is { } unbounded)
            return unbounded;
        if (actual.Length == 0 || !expected.All(double.IsFinite))
            return null;
        if (actual.All(number => number == 0))
            return "all zero: underflow (work with logarithms), a sum that nothing was added to, or whole numbers divided";
        string[] guesses = [.. Distortion.Known.Where(known => (known.OfWholes || !areWhole) && Matches(actual, expected, known.Apply)).Select(known => known.Text).Take(2)];
        return guesses.Length > 0 ? string.Join("; or ", guesses)
            : OrderDiagnosis.Of(actual, expected, shape) ?? (areWhole ? null : RatioDiagnosis.Of(actual, expected)) ?? OffsetDiagnosis.Of(actual, expected);
    }

    /// <summary>Whether the right numbers, spoilt so, are the numbers that came, to a thousandth of the largest.</summary>
    internal static bool Matches(double[] actual, double[] expected, Func<double, double> spoil)
    {
        var scale = Near * actual.Max(Math.Abs);
        for (var i = 0; i < actual.Length; i++)
        {
            if (!(Math.Abs(spoil(expected[i]) - actual[i]) <= scale))
                return false;
        }
        return true;
    }

    static string? NotFinite(double[] actual, double[] expected, IReadOnlyList<long> shape)
    {
        var bad = Enumerable.Range(0, actual.Length).Where(i => !double.IsFinite(actual[i]) && double.IsFinite(expected[i])).ToArray();
        if (bad.Length == 0)
            return null;
        var isNaN = double.IsNaN(actual[bad[0]]);
        var where = shape.Count == 0 ? "" : $", first at {NumberText.Index(shape, bad[0])}, {bad.Length} in all";
        return isNaN
            ? $"NaN{where}: 0/0 (an empty cluster or set?), the logarithm or root of a negative number, or infinity minus infinity"
            : $"infinity{where}: the logarithm of 0, a division by 0, or the exponential of a number over 88; subtract the largest first (logsumexp)";
    }
}
