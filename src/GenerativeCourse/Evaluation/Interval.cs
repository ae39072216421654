using static TorchSharp.torch;

namespace GenerativeCourse.Evaluation;

/// <summary>A number with its 95% interval. What the interval covers is what its maker drew again: the examples, and nothing of another training seed.</summary>
/// <param name="Value">The number.</param>
/// <param name="Low">The interval's lower end.</param>
/// <param name="High">The interval's upper end.</param>
public readonly record struct Interval(double Value, double Low, double High)
{
    internal const double Normal95 = 1.959963984540054;

    /// <summary>The mean of independent values (N) and Student's interval about it (Biometrika 6, 1908): 1.96 standard errors of many values, 2.26 of ten.</summary>
    /// <exception cref="ArgumentException">There are fewer than two values.</exception>
    public static Interval OfMean(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
            throw new ArgumentException("the interval of a mean wants two values at least", nameof(values));
        double mean = 0, squares = 0;
        for (var i = 0; i < values.Length; i++)
        {
            // Welford, 1962: one pass, no cancellation.
            var before = values[i] - mean;
            mean += before / (i + 1);
            squares += before * (values[i] - mean);
        }
        var half = StudentQuantile.At975(values.Length - 1) * Math.Sqrt(squares / (values.Length - 1) / values.Length);
        return new Interval(mean, mean - half, mean + half);
    }

    /// <summary>The mean of independent values (N) and Student's interval about it (Biometrika 6, 1908): 1.96 standard errors of many values, 2.26 of ten.</summary>
    /// <exception cref="ArgumentException">There are fewer than two values.</exception>
    public static Interval OfMean(Tensor values)
    {
        using var plain = values.detach().to(float64).cpu().contiguous();
        return OfMean(plain.data<double>().ToArray());
    }

    /// <summary>A share, such as an accuracy, with Wilson's interval (JASA 22, 1927), which stays between 0 and 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no trial, or more successes than trials.</exception>
    public static Interval OfShare(long successes, long trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        double share = (double)successes / trials, square = Normal95 * Normal95 / trials;
        double middle = (share + square / 2) / (1 + square), half = Math.Sqrt(share * (1 - share) * square + square * square / 4) / (1 + square);
        return new Interval(share, Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    /// <summary>A statistic of <paramref name="count"/> examples, and the percentile bootstrap's interval (Efron, Annals of Statistics 7, 1979): the same for the same seed.</summary>
    /// <param name="count">How many examples there are.</param>
    /// <param name="statistic">The statistic of the examples with these indices, which repeat in a resample.</param>
    /// <param name="seed">The seed of the resamples.</param>
    /// <param name="resamples">How many resamples.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no example, or fewer than 40 resamples.</exception>
    public static Interval Bootstrap(int count, Func<int[], double> statistic, int seed, int resamples = 1000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 40);
        var value = statistic([.. Enumerable.Range(0, count)]);
        var random = new Random(seed);
        var drawn = new int[count];
        var values = new double[resamples];
        for (var resample = 0; resample < resamples; resample++)
        {
            for (var i = 0; i < count; i++)
                drawn[i] = random.Next(count);
            values[resample] = statistic(drawn);
        }
        Array.Sort(values);
        return new Interval(value, Quantile(values, 0.025), Quantile(values, 0.975));
    }

    /// <summary>The interval of a statistic of values (N) by the percentile bootstrap.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no value, or fewer than 40 resamples.</exception>
    public static Interval Bootstrap(double[] values, Func<double[], double> statistic, int seed, int resamples = 1000) =>
        Bootstrap(values.Length, indices => statistic(Array.ConvertAll(indices, i => values[i])), seed, resamples);

    /// <summary>The number and its interval, with as many digits as the interval's width gives sense to.</summary>
    public override string ToString() => $"{ResultText.Number(Value, High - Low)}, 95% interval {ResultText.Number(Low, High - Low)} to {ResultText.Number(High, High - Low)}";

    static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        return sorted[below] + (place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
    }
}
