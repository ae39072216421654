using GenerativeCourse.Exercises;
using GenerativeCourse.Exercises.Judging;

namespace GenerativeCourse.Tests.Exercises;

/// <summary>The statistical checks: right draws pass, wrong ones are told why, and the rate of false alarms is what the documentation says.</summary>
public sealed class DrawsTests
{
    const int Count = 20_000;

    [Fact]
    public void Right_draws_pass()
    {
        Assert.True(new MeanExpectation(0.5, 1.2).Judge(Normal(0.5, 1.2)).Passed);
        Assert.True(new MomentsExpectation(0.5, 1.2).Judge(Normal(0.5, 1.2)).Passed);
    }

    [Fact]
    public void A_check_may_take_a_smaller_share_of_the_false_alarms()
    {
        Assert.Equal(MeanExpectation.Usual, Tail.Normal(5), 1e-14);
        Outcome off = Values([.. Enumerable.Range(0, 10_000).Select(i => i % 2 == 0 ? 1.0505 : -0.9495)]);  // z = 5.05, p = 4.4e-7
        Assert.False(new MeanExpectation(0, 1).Judge(off).Passed);
        Assert.True(new MeanExpectation(0, 1, 3e-7).Judge(off).Passed);
        Assert.Contains("but for 5.7e-7 of the time", new MeanExpectation(0, 1).Judge(off).Actual);
        Outcome counts = Values([5250, 4750]);  // G = 25.01, p = 5.7e-7
        Assert.False(new FrequenciesExpectation([0.5, 0.5]).Judge(counts).Passed);
        Assert.True(new FrequenciesExpectation([0.5, 0.5], 5e-7).Judge(counts).Passed);
        Assert.Throws<ArgumentOutOfRangeException>(() => Check.Mean(() => new[] { 1.0, 2 }, 1, 1, "a rate above one in a million", falseFail: 1e-5));
    }

    [Theory]
    [InlineData(0, "was it not added")]
    [InlineData(-0.5, "the other sign")]
    [InlineData(1, "twice what was asked")]
    [InlineData(0.9, null)]
    public void A_wrong_mean_is_told_why(double mean, string? diagnosis)
    {
        var judgement = new MeanExpectation(0.5, 1.2).Judge(Normal(mean, 1.2));
        Assert.False(judgement.Passed);
        Assert.Matches(@"z = -?\d+\.\d, p [=<] \S+ \(right answers stay below", judgement.Actual);
        Assert.True(diagnosis is null ? judgement.Diagnosis is null : judgement.Diagnosis!.Contains(diagnosis), judgement.Diagnosis);
    }

    [Theory]
    [InlineData(2.5 * 2.5, "the spread is the variance")]
    [InlineData(1.8325815, "the spread is the log-variance")]
    [InlineData(0.9162907, "the logarithm of the standard deviation")]
    [InlineData(1.5811388, "the root of the standard deviation")]
    [InlineData(1, "the noise not scaled")]
    [InlineData(0.4, "a precision")]
    public void A_wrong_spread_is_told_why(double spread, string diagnosis) =>
        Assert.Contains(diagnosis, new MomentsExpectation(-1, 2.5).Judge(Normal(-1, spread)).Diagnosis);

    [Fact]
    public void What_are_no_draws_is_refused()
    {
        Assert.Contains("the noise is missing", new MeanExpectation(1, 1).Judge(Values([1, 1, 1])).Diagnosis);
        Assert.Contains("NaN", new MomentsExpectation(1, 1).Judge(Values([1, double.NaN])).Actual);
        Assert.Contains("a shape (N)", new MomentsExpectation(1, 1).Judge(Outcome.Returned(PlainValue.OfNumbers([1, 2], "double[,]", 1, 2))).Diagnosis);
    }

    [Fact]
    public void Counts_are_judged_by_their_probabilities()
    {
        double[] squares = [.. new double[] { 1, 4, 9, 16 }.Select(weight => weight / 30)], equal = [0.25, 0.25, 0.25, 0.25];
        Assert.True(new FrequenciesExpectation(squares).Judge(Drawn(squares)).Passed);
        Assert.Contains("drawn by the roots", new FrequenciesExpectation(squares).Judge(Drawn([0.1, 0.2, 0.3, 0.4])).Diagnosis);
        Assert.Contains("the weights are not used", new FrequenciesExpectation(squares).Judge(Drawn(equal)).Diagnosis);
        Assert.Contains("in reverse order", new FrequenciesExpectation(squares).Judge(Drawn([.. squares.Reverse()])).Diagnosis);
        Assert.Contains("furthest off is category 0", new FrequenciesExpectation(equal).Judge(Drawn([0.4, 0.25, 0.2, 0.15])).Diagnosis);
        Assert.Contains("p < 1e-300", new FrequenciesExpectation(squares).Judge(Drawn(equal)).Actual);
        Assert.Contains("category 1 has the probability 0", new FrequenciesExpectation([0.5, 0, 0.5]).Judge(Values([10, 1, 10])).Diagnosis);
        Assert.True(new FrequenciesExpectation([0.5, 0, 0.5]).Judge(Values([10, 0, 10])).Passed);
        Assert.Contains("whole numbers", new FrequenciesExpectation([0.5, 0.5]).Judge(Values([0.5, 0.5])).Diagnosis);
        Assert.Contains("too few", new FrequenciesExpectation([0.5, 0.5]).Judge(Values([4, 5])).Diagnosis);
        Assert.Contains("2 counts were asked", new FrequenciesExpectation([0.5, 0.5]).Judge(Values([4, 5, 6])).Diagnosis);
    }

    [Theory]
    [InlineData(50, 0.1)]
    [InlineData(500, 0.01)]
    [InlineData(5000, 0.01)]
    [InlineData(100, 0.5)]
    [InlineData(10_000, 0.5)]
    public void Counts_in_two_categories_fail_at_most_once_in_a_million(int draws, double probability)
    {
        // Every case is enumerated: the binomial probabilities of the counts that fail, added up.
        var expectation = new FrequenciesExpectation([probability, 1 - probability]);
        double wrong = 0;
        for (var count = 0; count <= draws; count++)
        {
            var log = Tail.LogGamma(draws + 1) - Tail.LogGamma(count + 1) - Tail.LogGamma(draws - count + 1) + count * Math.Log(probability) + (draws - count) * Math.Log(1 - probability);
            if (log > -60 && !expectation.Judge(Values([count, draws - count])).Passed)
                wrong += Math.Exp(log);
        }
        Assert.InRange(wrong, 1e-9, 1.01e-6);
    }

    static Outcome Values(double[] values) => Outcome.Returned(PlainValue.OfNumbers(values, "double[]", values.Length));

    static Outcome Normal(double mean, double deviation)
    {
        var random = new Random(1);
        return Values([.. Enumerable.Range(0, Count).Select(_ => mean + deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))]);
    }

    static Outcome Drawn(double[] probabilities)
    {
        var random = new Random(2);
        var counts = new double[probabilities.Length];
        for (var draw = 0; draw < Count; draw++)
        {
            var left = random.NextDouble();
            var category = 0;
            while (category < counts.Length - 1 && (left -= probabilities[category]) > 0)
                category++;
            counts[category]++;
        }
        return Values(counts);
    }
}
