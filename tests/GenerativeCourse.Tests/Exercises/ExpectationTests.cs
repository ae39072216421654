using System.Text.Json;
using GenerativeCourse.Exercises;
using GenerativeCourse.Exercises.Judging;

namespace GenerativeCourse.Tests.Exercises;

/// <summary>What each wrong answer is told.</summary>
public sealed class ExpectationTests
{
    static readonly double Ln2 = Math.Log(2);

    [Theory]
    [InlineData(3.0)]
    [InlineData(3.00029)]
    public void A_number_within_the_tolerance_passes(double value) => Assert.True(Close(value, 3.0, 1e-4).Passed);

    [Fact]
    public void The_tolerance_is_of_the_size_of_large_numbers()
    {
        Assert.True(Close(1000.09, 1000.0, 1e-4).Passed);
        Assert.False(Close(0.2, 0.1, 1e-4).Passed);
        Assert.True(Close(double.NaN, double.NaN, 0).Passed);
        Assert.True(Close(new[] { double.NegativeInfinity }, new[] { double.NegativeInfinity }, 0).Passed);
    }

    public static TheoryData<object, object, string> Wrong => new()
    {
        { 0.8466 * Ln2, 0.8466, "0.693, ln 2: nats, where bits were asked" },
        { 0.8466 / Ln2, 0.8466, "1.443, 1 / ln 2: bits, where nats were asked" },
        { -0.8466, 0.8466, "the sign is the other one" },
        { 2 * 0.8466, 0.8466, "is a factor 1/2 missing" },
        { 0.4233, 0.8466, "a factor 1/2 too many" },
        { new[] { 1.0, 4, 9 }, new[] { 1.0, 2, 3 }, "the square of what was asked" },
        { new[] { 1.0, 2, 3 }, new[] { 1.0, 4, 9 }, "the square root of what was asked" },
        { new[] { 0.0, Ln2 }, new[] { 1.0, 2 }, "the logarithm of what was asked" },
        { new[] { 0.2, 0.7 }, new[] { 0.8, 0.3 }, "one minus what was asked" },
        { 12.5 / 784, 12.5, "1/784 of what was asked: a mean over 784" },
        { 12.5 * 16, 12.5, "16 times what was asked: a sum over 16" },
        { 12.5 * 10 / 9, 12.5, "the ratio is 10/9: divided by n - 1" },
        { new[] { 1.0, 0, 3 }, new[] { 2.0, 1, 4 }, "one too little: off by one" },
        { -5.5 + 3 * 0.9189385, -5.5, "3 times half of log 2 pi" },
        { 5.5 - 0.9189385, 5.5, "0.919 too little" },
        { new[] { 3.0, 1, 5 }, new[] { 5.0, 1, 3 }, "in reverse order" },
        { new[] { 1.0, 5, 2, 3 }, new[] { 5.0, 2, 3, 9 }, "shifted by one" },
        { new[] { 5.0, 2, 9, 3 }, new[] { 5.0, 2, 3, 9 }, "in another order" },
        { new[,] { { 1.0, 2 }, { 3, 4 } }, new[,] { { 1.0, 3 }, { 2, 4 } }, "the transpose" },
        { new[] { 1.0, double.NaN }, new[] { 1.0, 2 }, "NaN, first at [1], 1 in all: 0/0" },
        { double.NegativeInfinity, -800.0, "infinity: the logarithm of 0" },
        { new[] { 0.0, 0 }, new[] { 0.5, 0.5 }, "all zero: underflow" },
        { new[] { 3.7, 7.4, 11.1 }, new[] { 1.0, 2, 3 }, "every number is 3.7 times" },
        { new[] { 4.7, 9.1, 7.7 }, new[] { 1.0, 5.4, 4 }, "every number is 3.7 too much" },
        { 1.0012, 1.0, "nearly: the error is 12.0 times the tolerance" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_number_is_told_what_is_perhaps_wrong(object actual, object expected, string diagnosis)
    {
        var judgement = Close(actual, expected, 1e-4);
        Assert.False(judgement.Passed);
        Assert.Contains(diagnosis, judgement.Diagnosis);
    }

    [Fact]
    public void Numbers_that_suggest_nothing_are_told_nothing() => Assert.Null(Close(new[] { 0.3, 0.9, 0.2 }, new[] { 0.7, 0.15, 0.41 }, 1e-4).Diagnosis);

    public static TheoryData<long[], long[], string> Shapes => new()
    {
        { [2, 3], [3, 2], "transposed" },
        { [5, 3, 28], [5, 28, 3], "another order" },
        { [5, 1], [5], "length 1 too many" },
        { [5], [5, 1], "length 1 too few" },
        { [], [5], "reduce over some dimensions only" },
        { [5], [], "one number was asked" },
        { [5, 784], [5], "the last dimension is still there" },
        { [784], [5, 784], "the batch dimension is missing" },
        { [5, 784], [5, 28, 28], "reshape" },
        { [5, 27], [5, 28], "dimension 1 is off by one" },
        { [5, 10], [5, 28], "dimension 1 is 10 long where 28 was asked" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_wrong_shape_is_told_how_it_came_about(long[] actual, long[] expected, string diagnosis)
    {
        var judgement = new ShapeExpectation(expected).Judge(Outcome.Returned(PlainValue.OfShape("Tensor Float32", PlainKind.Number, actual)));
        Assert.Contains(diagnosis, judgement.Diagnosis);
        Assert.True(new ShapeExpectation(actual).Judge(Outcome.Returned(PlainValue.OfShape("Tensor Float32", PlainKind.Number, actual))).Passed);
    }

    [Fact]
    public void A_reduction_too_many_or_too_few_is_seen_in_the_values()
    {
        Assert.Contains("the sum of these numbers is what was asked", Close(new[] { 1.0, 2, 4 }, 7.0, 1e-6).Diagnosis);
        Assert.Contains("the mean of these numbers", Close(new[] { 1.0, 2, 6 }, 3.0, 1e-6).Diagnosis);
        Assert.Contains("this is the mean of the numbers that were asked", Close(3.0, new[] { 1.0, 2, 6 }, 1e-6).Diagnosis);
    }

    [Fact]
    public void Whole_numbers_truths_and_texts_are_compared_exactly()
    {
        Assert.True(Equal(3, 3L).Passed);
        Assert.True(Equal(new[] { 1.0, 2 }, new[] { 1, 2 }).Passed);
        Assert.False(Equal(9007199254740993L, 9007199254740992L).Passed);
        Assert.Equal("first at [1]: 2, not 5 (1 of 3 differ)", Equal(new[] { 1, 2, 3 }, new[] { 1, 5, 3 }).Difference);
        Assert.Contains("off by one", Equal(4, 5).Diagnosis);
        Assert.DoesNotContain("exponential", Equal(new[] { 1, 1 }, new[] { 0, 0 }).Diagnosis ?? ""); // labels
        Assert.DoesNotContain("n - 1", Equal(24, 26).Diagnosis ?? ""); // counts
        Assert.Contains("turned round", Equal(new[] { true, false }, new[] { false, true }).Diagnosis);
        Assert.Contains("capital", Equal("Elbo", "ELBO").Diagnosis);
        Assert.Equal("the type: string, where long was asked", Equal("3", 3L).Difference);
    }

    [Fact]
    public void What_is_thrown_is_judged()
    {
        var thrown = Outcome.Threw(new ArgumentOutOfRangeException("k"));
        Assert.True(new ThrowsExpectation("System.ArgumentException").Judge(thrown).Passed);
        Assert.Contains("ArgumentOutOfRangeException", new ThrowsExpectation("System.InvalidOperationException").Judge(thrown).Actual);
        Assert.Equal("nothing was thrown", new ThrowsExpectation("System.ArgumentException").Judge(Outcome.Returned(PlainValue.Nothing)).Actual);
        Assert.Contains("not written yet", new CloseExpectation(PlainValue.Of(1.0), 1).Judge(Outcome.Threw(new NotImplementedException())).Diagnosis);
        Assert.Contains("nothing was returned", new CloseExpectation(PlainValue.Of(1.0), 1).Judge(Outcome.Returned(PlainValue.Nothing)).Diagnosis);
    }

    [Fact]
    public void An_expectation_becomes_json_and_judges_the_same_when_it_comes_back()
    {
        Expectation[] all =
        [
            new EqualExpectation(PlainValue.Of("a")), new CloseExpectation(PlainValue.Of(1.5), 1e-4), new ShapeExpectation([2, 3]), new ThrowsExpectation("System.Exception"),
            new MeanExpectation(1, 2), new MomentsExpectation(1, 2), new FrequenciesExpectation([0.25, 0.75]),
        ];
        foreach (var expectation in all)
        {
            var json = JsonSerializer.Serialize(expectation);
            var back = JsonSerializer.Deserialize<Expectation>(json)!;
            Assert.Equal(expectation.GetType(), back.GetType());
            Assert.Equal(json, JsonSerializer.Serialize(back));
            Assert.Equal(expectation.Judge(Outcome.Returned(PlainValue.Of(9L))), back.Judge(Outcome.Returned(PlainValue.Of(9L))));
        }
        Assert.StartsWith("""{"check":"Close","Expected":{"type":"double",""", JsonSerializer.Serialize(all[1]));
    }

    static Judgement Close(object actual, object expected, double tolerance) => new CloseExpectation(Asked.Plain(expected), tolerance).Judge(Outcome.Returned(Asked.Plain(actual)));

    static Judgement Equal(object actual, object expected) => new EqualExpectation(Asked.Plain(expected)).Judge(Outcome.Returned(Asked.Plain(actual)));
}
