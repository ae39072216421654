using GenerativeCourse.Evaluation;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Evaluation;

public sealed class IntervalTests
{
    [Fact]
    public void The_interval_of_a_mean_is_students()
    {
        var interval = Interval.OfMean([1, 2, 3, 4]);
        Assert.Equal(2.5, interval.Value, 12);
        // scipy 1.10: t.interval(0.95, 3, 2.5, np.std([1, 2, 3, 4], ddof=1) / 2)
        Assert.Equal(2.5 + 2.0542603, interval.High, 1e-6);
        Assert.Equal(2.5 - 2.0542603, interval.Low, 1e-6);
        using var values = tensor(new[] { 1f, 2f, 3f, 4f });
        Assert.Equal(interval, Interval.OfMean(values));
        Assert.Throws<ArgumentException>(() => Interval.OfMean([1]));
    }

    [Theory]
    // scipy 1.10: t.ppf(0.975, count - 1).
    [InlineData(2, 12.7062047)]
    [InlineData(10, 2.2621572)]
    [InlineData(11, 2.2281389)]
    [InlineData(54, 2.0057460)]
    [InlineData(10_000, 1.9602012)]
    public void Few_values_make_a_wider_interval(int count, double errors)
    {
        double[] values = [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? -1.0 : 1.0)];
        double mean = values.Average(), deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (count - 1));
        var interval = Interval.OfMean(values);
        Assert.Equal(errors, (interval.High - interval.Value) / deviation * Math.Sqrt(count), 2e-5);
    }

    [Fact]
    public void A_large_offset_costs_no_digits()
    {
        var interval = Interval.OfMean([1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4]);
        Assert.Equal(2.0542603, interval.High - interval.Value, 1e-6);
    }

    [Theory]
    // scipy 1.10: binomtest(successes, trials).proportion_ci(method="wilson").
    [InlineData(530, 1000, 0.49901031, 0.56076009)]
    [InlineData(0, 20, 0, 0.16112516)]
    [InlineData(20, 20, 0.83887484, 1)]
    public void A_share_has_wilsons_interval(long successes, long trials, double low, double high)
    {
        var interval = Interval.OfShare(successes, trials);
        Assert.Equal(low, interval.Low, 1e-7);
        Assert.Equal(high, interval.High, 1e-7);
    }

    [Fact]
    public void The_bootstrap_repeats_with_its_seed_and_agrees_with_the_normal_interval()
    {
        var random = new Random(3);
        double[] values = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble() + random.NextDouble())];
        Interval normal = Interval.OfMean(values), bootstrap = Interval.Bootstrap(values, all => all.Average(), seed: 1, resamples: 4000);
        Assert.Equal(normal.Value, bootstrap.Value, 12);
        Assert.Equal(normal.Low, bootstrap.Low, 0.004);
        Assert.Equal(normal.High, bootstrap.High, 0.004);
        Assert.Equal(bootstrap, Interval.Bootstrap(values, all => all.Average(), seed: 1, resamples: 4000));
        Assert.NotEqual(bootstrap, Interval.Bootstrap(values, all => all.Average(), seed: 2, resamples: 4000));
    }

    [Fact]
    public void It_is_written_with_the_digits_that_its_width_gives_sense_to()
    {
        Assert.Equal("101.01, 95% interval 100.49 to 101.52", new Interval(101.00523, 100.4911, 101.51996).ToString());
        Assert.Equal("0.5312, 95% interval 0.5214 to 0.5410", new Interval(0.53121, 0.52142, 0.54101).ToString());
        Assert.Equal("1234, 95% interval 1100 to 1400", new Interval(1234.4, 1100.2, 1399.9).ToString());
    }

    [Fact]
    public void Nats_and_bits_for_each_dimension_are_one_conversion()
    {
        Assert.Equal(1, BitsPerDimension.FromNats(784 * Math.Log(2), 784), 12);
        Assert.Equal(0.808, BitsPerDimension.FromNats(BitsPerDimension.ToNats(0.808, 784), 784), 12);
        Assert.Equal(101.01 / 784 / Math.Log(2), BitsPerDimension.FromNats(101.01, 784), 12);
        Assert.Throws<ArgumentOutOfRangeException>(() => BitsPerDimension.FromNats(1, 0));
    }
}
