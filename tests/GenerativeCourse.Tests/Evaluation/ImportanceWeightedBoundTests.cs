using GenerativeCourse.Evaluation;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Evaluation;

// z ~ N(0, 1), x | z ~ N(2z, 1): p(x) = N(0, 5), and the posterior is N(0.4 x, 0.2).
public sealed class ImportanceWeightedBoundTests
{
    static double Exact(double x) => -0.5 * (x * x / 5 + Math.Log(2 * Math.PI * 5));

    static Tensor LogNormal(Tensor x, Tensor mean, double variance) => -0.5 * (x - mean).pow(2) / variance - 0.5 * Math.Log(2 * Math.PI * variance);

    // Of q = N(0.4 x + shift, variance).
    static Func<Tensor, int, Tensor> Weights(double shift, double variance) => (x, draws) =>
    {
        Tensor mean = 0.4 * x + shift; // (B)
        Tensor z = mean + Math.Sqrt(variance) * randn(draws, x.shape[0], dtype: float64); // (draws, B)
        return LogNormal(z, zeros_like(mean), 1) + LogNormal(x, 2 * z, 1) - LogNormal(z, mean, variance);
    };

    static Tensor Examples(int count)
    {
        using var generator = new Generator(4);
        return Math.Sqrt(5) * randn([count], dtype: float64, generator: generator);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void With_the_true_posterior_every_draw_gives_the_exact_likelihood(int draws)
    {
        using Tensor x = Examples(23);
        var bound = ImportanceWeightedBound.Of(x, Weights(0, 0.2), draws, rows: 10, TestContext.Current.CancellationToken);
        double[] exact = Array.ConvertAll(x.data<double>().ToArray(), Exact);
        Assert.Equal(draws, bound.Draws);
        Assert.All(exact.Zip(bound.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Fact]
    public void With_a_poor_posterior_the_bound_rises_with_the_draws_to_the_likelihood()
    {
        manual_seed(2);
        using Tensor x = Examples(400);
        double exact = x.data<double>().ToArray().Average(Exact);
        double[] bounds = [.. new[] { 1, 10, 1000 }.Select(draws => ImportanceWeightedBound.Of(x, Weights(0.3, 0.4), draws, rows: 5000, TestContext.Current.CancellationToken).Mean)];
        // KL(N(m + 0.3, 0.4) || N(m, 0.2)) is what the ELBO loses.
        double gap = 0.5 * ((0.4 + 0.09) / 0.2 - 1 - Math.Log(2));
        Assert.Equal(exact - gap, bounds[0], 5 * 1.2 / Math.Sqrt(400));
        Assert.True(bounds[0] < bounds[1] - 0.1 && bounds[1] < bounds[2], string.Join(" ", bounds));
        Assert.Equal(exact, bounds[2], 0.01);
    }

    [Fact]
    public void Chunks_change_nothing_and_no_weight_is_lost()
    {
        // Weights that depend on nothing random: log of the mean of exp(-80), exp(-81), ... for each example.
        using Tensor x = arange(5, dtype: float32);
        int seen = 0;
        Tensor Given(Tensor batch, int draws)
        {
            Tensor weights = -80 - arange(seen, seen + draws, dtype: float32).unsqueeze(1) + batch;
            seen += draws;
            return weights;
        }
        var whole = ImportanceWeightedBound.Of(x, Given, draws: 6, rows: 1000, TestContext.Current.CancellationToken);
        double expected = -80 + Math.Log(Enumerable.Range(0, 6).Sum(i => Math.Exp(-i)) / 6);
        Assert.All(whole.Values.Select((value, i) => value - i), value => Assert.Equal(expected, value, 1e-9));
        seen = 0;
        var one = ImportanceWeightedBound.Of(x[..1], Given, draws: 6, rows: 2, TestContext.Current.CancellationToken);
        Assert.Equal(expected, one.Values[0], 1e-9);
    }

    [Fact]
    public void The_standard_error_is_that_of_a_mean()
    {
        using Tensor x = tensor(new[] { 1.0, 2, 3, 6 });
        var bound = ImportanceWeightedBound.Of(x, (batch, draws) => batch.expand(draws, -1), draws: 3, token: TestContext.Current.CancellationToken);
        Assert.Equal(3, bound.Mean, 1e-12);
        Assert.Equal(Math.Sqrt((4 + 1 + 0 + 9) / 3.0 / 4), bound.StandardError, 1e-12);
    }

    [Fact]
    public void Weights_of_another_shape_and_weights_that_are_no_numbers_are_refused()
    {
        using Tensor x = Examples(4);
        Assert.Contains("(3, 4)", Assert.Throws<ArgumentException>(() => ImportanceWeightedBound.Of(x, (_, _) => zeros(4, 3), draws: 3, token: TestContext.Current.CancellationToken)).Message);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => ImportanceWeightedBound.Of(x, (batch, draws) => full(draws, 4, double.NaN), draws: 3, token: TestContext.Current.CancellationToken)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => ImportanceWeightedBound.Of(x, Weights(0, 1), draws: 0, token: TestContext.Current.CancellationToken));
    }
}
