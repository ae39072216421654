using GenerativeCourse.Models;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Models;

public sealed class DensityTests
{
    static Tensor Draw(long rows, long columns, ulong seed)
    {
        using var generator = new Generator(seed);
        return randn([rows, columns], generator: generator);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(2)]
    public void A_kernel_density_integrates_to_one(double bandwidth)
    {
        using var scope = NewDisposeScope();
        using KernelDensity density = new KernelDensity(bandwidth).Fit(Draw(50, 1, 1));
        Tensor grid = linspace(-20, 20, 8001, dtype: ScalarType.Float64).unsqueeze(1);
        Assert.Equal(1, density.LogProb(grid).exp().sum().item<double>() * 0.005, 1e-4);
    }

    [Fact]
    public void Far_rows_have_finite_logarithms()
    {
        using var scope = NewDisposeScope();
        using KernelDensity density = new KernelDensity(0.5).Fit(zeros(1, 2));
        double expected = -0.5 * 2 * 1e4 / 0.25 - Math.Log(2 * Math.PI * 0.25);
        Assert.Equal(expected, density.LogProb(full([1, 2], 100f)).item<double>(), 1e-3);
    }

    [Fact]
    public void Many_columns_in_float32_agree_with_every_term_in_float64()
    {
        using var scope = NewDisposeScope();
        Tensor x = Draw(2000, 8, 6), asked = Draw(500, 8, 7);
        using KernelDensity density = new KernelDensity(0.3).Fit(x);
        Tensor squares = (asked.to(ScalarType.Float64).unsqueeze(1) - x.to(ScalarType.Float64)).pow(2).sum(2);
        Tensor exact = (squares / (-2 * 0.3 * 0.3)).logsumexp(1) - Math.Log(2000) - 8 * Math.Log(0.3 * Math.Sqrt(2 * Math.PI));
        Assert.True((density.LogProb(asked) - exact).abs().max().item<double>() < 1e-3);
    }

    [Fact]
    public void The_chosen_bandwidth_is_near_the_best_for_normal_rows_and_samples_carry_its_noise()
    {
        using var scope = NewDisposeScope();
        Tensor x = Draw(1000, 1, 2);
        using KernelDensity density = new KernelDensity().Fit(x);
        Assert.InRange(density.Bandwidth, 0.12, 0.5);  // Silverman's rule says 0.27
        Tensor sample = density.Sample(100_000, seed: 3);
        double variance = x.var(unbiased: false).item<float>() + density.Bandwidth * density.Bandwidth;
        Assert.Equal(variance, sample.var().item<float>(), 0.03);
        Assert.Contains("all rows are the same", Assert.Throws<ArgumentException>(() => new KernelDensity().Fit(ones(5, 2))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new KernelDensity(0));
    }

    [Fact]
    public void The_chosen_bandwidth_beats_its_neighbours_in_many_columns()
    {
        using var scope = NewDisposeScope();
        Tensor x = Draw(300, 24, 9);
        using KernelDensity density = new KernelDensity { Seed = 4 }.Fit(x);
        double chosen = density.Bandwidth;
        Assert.Equal(chosen, KernelDensity.SelectBandwidth(x, [0.97 * chosen, chosen, 1.03 * chosen], seed: 4));
    }

    [Fact]
    public void A_golden_section_ends_at_the_top()
    {
        Assert.Equal(1.7, GoldenSection.Maximum(x => -Math.Pow(x - 1.7, 2), 0, 5, 1e-4), 1e-4);
        Assert.Equal(5, GoldenSection.Maximum(x => x, 0, 5, 1e-3), 2e-3);
    }

    [Fact]
    public void A_histogram_with_unequal_cells_is_a_density_and_samples_follow_it()
    {
        using var scope = NewDisposeScope();
        using Histogram histogram = new Histogram([0.0, 1, 4, 5]).Fit(tensor(new[] { 0.5, 0.6, 2.0, 4.5, 5.0, 9.0 }));  // 9 lies outside, 5 on the last edge
        Assert.Equal([0.4, 0.2 / 3, 0.4], histogram.Densities.data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(Math.Log(0.2 / 3), histogram.LogProb(tensor(new[] { 3.9 })).item<double>(), 1e-12);
        Assert.Equal(double.NegativeInfinity, histogram.LogProb(tensor(new[] { 5.1 })).item<double>());
        Tensor sample = histogram.Sample(100_000, seed: 1).squeeze(1);
        Assert.Equal(0.2, sample.gt(1).logical_and(sample.lt(4)).to(ScalarType.Float64).mean().item<double>(), 0.01);
        Assert.Equal(0.5 * 0.4 + 2.5 * 0.2 + 4.5 * 0.4, sample.mean().item<double>(), 0.03);
    }

    [Fact]
    public void A_histogram_of_two_columns_keeps_them_apart()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[,] { { 0.0, 0 }, { 2, 30 }, { 1.9, 29 }, { 0.1, 1 } });
        using Histogram histogram = new Histogram(2, 3).Fit(x);
        Assert.Equal([0.5, 0, 0, 0, 0, 0.5], histogram.Probabilities().flatten().data<double>().ToArray());
        Tensor sample = histogram.Sample(200, seed: 2);
        Assert.True((sample.select(1, 0).lt(1).eq(sample.select(1, 1).lt(10))).all().item<bool>());
        Assert.Throws<ArgumentException>(() => new Histogram([1.0, 1, 2]));
    }

    [Fact]
    public void PCA_finds_the_plane_that_rows_lie_in()
    {
        using var scope = NewDisposeScope();
        Tensor codes = Draw(400, 2, 4) * tensor(new[] { 3f, 1f }), x = codes.mm(Draw(2, 6, 5)) + 7;
        using Pca pca = new Pca(2, whiten: true).Fit(x);
        Tensor found = pca.Transform(x);
        Assert.True((pca.InverseTransform(found) - x).abs().max().item<float>() < 1e-4);
        Assert.True((found.t().cov() - eye(2)).abs().max().item<float>() < 1e-4);
        Assert.Equal(1, pca.ExplainedVarianceRatio.sum().item<float>(), 1e-5);
        Assert.Equal(0, pca.NoiseVariance, 1e-5);
        Assert.Contains("there are at most 6", Assert.Throws<ArgumentException>(() => new Pca(7).Fit(x)).Message);
    }
}
