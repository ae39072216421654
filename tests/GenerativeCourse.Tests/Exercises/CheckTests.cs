using GenerativeCourse.Exercises;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Exercises;

/// <summary>The checks as a test cell writes them.</summary>
public sealed class CheckTests
{
    [Fact]
    public void Right_answers_pass_in_silence()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[,] { { 1f, 2f }, { 3f, 4f } });
        Check.Equal(() => x.numel(), 4, hint: "");
        Check.Equal(() => x.shape, [2, 2], hint: "");
        Check.Equal(() => x.dtype.ToString(), "Float32", hint: "");
        Check.Equal(() => x > 2, tensor(new[,] { { false, false }, { true, true } }), hint: "");
        Check.Equal(() => x.argmax(1), [1, 1], hint: "");
        Check.Equal(() => new[,] { { 1, 2 } }, new[,] { { 1, 2 } }, hint: "");
        Check.Equal(() => x.is_cuda, false, hint: "");
        Check.Equal(() => new[] { "a" }, ["a"], hint: "");
        Check.Equal(() => new[] { true }, [true], hint: "");
        Check.Close(() => x.sum(), 10, tolerance: 0, hint: "");
        Check.Close(() => x.sum(1), [3, 7], tolerance: 1e-6, hint: "");
        Check.Close(() => x, x + 1e-7, tolerance: 1e-6, hint: "");
        Check.Close(() => x, new[,] { { 1f, 2f }, { 3f, 4f } }, tolerance: 1e-6, hint: "");
        Check.Shape(() => randn(5, 784), [5, 784], hint: "");
        Check.Throws<ArgumentException>(() => throw new ArgumentOutOfRangeException(), hint: "");
        Check.Throws<FormatException>(() => int.Parse("x"), hint: "");
        Check.Moments(() => randn(10_000, generator: new Generator(1)), mean: 0, deviation: 1, hint: "");
        Check.Mean(() => randn(10_000, generator: new Generator(1)), mean: 0, deviation: 1, hint: "");
        Check.Frequencies(() => bincount(arange(100L) % 4), [0.25, 0.25, 0.25, 0.25], hint: "");
    }

    [Fact]
    public void A_failure_says_what_was_asked_expected_and_found()
    {
        double Kl(double mean, double logVariance) => 0.5 * (mean * mean + Math.Exp(logVariance) - 1 - logVariance) / Math.Log(2);
        var failure = Assert.Throws<CheckException>(() => Check.Close(
            () => Kl(1,
                0.5), 0.574360635350064, tolerance: 1e-4, hint: "The KL term is in nats."));
        Assert.Equal(
            """
            the check of  Kl(1, 0.5)  failed
              expected: 0.574361, give or take 0.0001
              actual:   0.828627
              perhaps:  the ratio is 1.443, 1 / ln 2: bits, where nats were asked?
              hint:     The KL term is in nats.
            """.ReplaceLineEndings("\n"), failure.Message);
    }

    [Fact]
    public void An_array_that_fails_says_where()
    {
        var failure = Assert.Throws<CheckException>(() => Check.Close(() => tensor(new[,] { { 1.0, 2.0 }, { 3.0, 5.0 } }), new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }, tolerance: 1e-6, hint: "Look at the corner."));
        Assert.Equal(
            """
            the check of  tensor(new[,] { { 1.0, 2.0 }, { 3.0, 5.0 } })  failed
              expected: [[1, 2], [3, 4]], each within 1E-06, or that part of its size where it is over 1
              actual:   [[1, 2], [3, 5]]
              differs:  first at [1, 1]: 5, not 4 (1 of 4 differ)
              hint:     Look at the corner.
            """.ReplaceLineEndings("\n"), failure.Message);
    }

    [Fact]
    public void What_the_asked_expression_throws_becomes_the_message()
    {
        Tensor Stub() => throw new NotImplementedException();
        var failure = Assert.Throws<CheckException>(() => Check.Shape(() => Stub(), [1], hint: "h"));
        Assert.Contains("not written yet", failure.Message);
        Tensor disposed = zeros(1);
        disposed.Dispose();
        Assert.Contains("MoveToOuterDisposeScope", Assert.Throws<CheckException>(() => Check.Close(() => disposed, 0, tolerance: 1, hint: "")).Message);
        Assert.Contains("the shapes do not fit", Assert.Throws<CheckException>(() => Check.Close(() => ones(2) + ones(3), 0, tolerance: 1, hint: "")).Message);
    }

    [Fact]
    public void Tensors_that_the_expression_makes_are_disposed_and_others_are_not()
    {
        using Tensor mine = zeros(3);
        Tensor? made = null;
        Check.Shape(() => made = mine + 1, [3], hint: "");
        Assert.True(made!.IsInvalid);
        Assert.False(mine.IsInvalid);
    }

    [Fact]
    public void Tests_that_make_no_sense_are_refused()
    {
        Assert.Contains("Check.Close", Assert.Throws<ArgumentException>(() => Check.Equal(() => 1.0, new[,] { { 1.0 } }, hint: "")).Message);
        Assert.Throws<ArgumentException>(() => Check.Frequencies(() => 1, [0.5, 0.4], hint: ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => Check.Mean(() => 1, mean: 0, deviation: 0, hint: ""));
    }
}
