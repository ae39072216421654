using GenerativeCourse.Models;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Models;

public sealed class GaussianMixtureTests
{
    static Tensor Blobs(long rows, ulong seed)
    {
        using var generator = new Generator(seed);
        return cat([randn([rows, 3], generator: generator) * tensor(new[] { 1f, 0.3f, 2f }), randn([rows, 3], generator: generator) + 6]);
    }

    static GaussianMixture Known() => GaussianMixture.Of(
        tensor(new[] { 0.3, 0.7 }), tensor(new[,] { { 0.0, 1, 2 }, { 4, 4, 4 } }),
        stack([eye(3, dtype: ScalarType.Float64) + 0.5, eye(3, dtype: ScalarType.Float64) * 2 + 0.2]));

    [Theory]
    [InlineData(Covariance.Full)]
    [InlineData(Covariance.Diagonal)]
    [InlineData(Covariance.Tied)]
    public void The_likelihood_never_falls_and_parameters_are_found(Covariance kind)
    {
        using var scope = NewDisposeScope();
        Tensor x = Blobs(1500, 1);
        using GaussianMixture model = new GaussianMixture(2, kind) { Seed = 3, Tolerance = 1e-7, MaxIterations = 50 }.Fit(x);
        Assert.All(model.History.Zip(model.History.Skip(1)), pair => Assert.True(pair.Second >= pair.First - 1e-6));
        Assert.True(model.Converged);
        Assert.Equal(model.History[^1], model.Score(x), 1e-5);
        Assert.Equal([0.5, 0.5], model.Weights.data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 0.01);
        Tensor proba = model.PredictProba(x);
        Assert.True(proba.sum(1).sub(1).abs().max().item<double>() < 1e-12);
        Assert.Equal(3000, x.shape[0]);
        Assert.True(model.Predict(x)[..1500].eq(model.Predict(x)[0]).sum().item<long>() > 1490);
    }

    [Fact]
    public void Many_rows_in_float32_agree_with_float64()
    {
        using var scope = NewDisposeScope();
        Tensor x = Blobs(30_000, 2) + 100;
        Tensor weights = full([2], 0.5), means = x.index_select(0, tensor(new[] { 0L, 40_000L })), covariances = eye(3).expand(2, -1, -1);
        using GaussianMixture single = new GaussianMixture(2) { MaxIterations = 15, Tolerance = 0 }.Fit(x, weights, means, covariances);
        using GaussianMixture exact = new GaussianMixture(2) { MaxIterations = 15, Tolerance = 0 }.Fit(x.to(ScalarType.Float64), weights, means, covariances);
        Assert.Equal(exact.Score(x.to(ScalarType.Float64)), single.Score(x), 1e-5);
        Assert.True((single.Covariances - exact.Covariances).abs().max().item<double>() < 1e-3);
    }

    [Fact]
    public void A_row_far_from_all_has_responsibilities_that_sum_to_one()
    {
        using var scope = NewDisposeScope();
        using GaussianMixture model = Known();
        Tensor far = full([1, 3], 1e6);
        Assert.Equal(1, model.PredictProba(far).sum().item<double>(), 1e-12);
        Assert.True(double.IsFinite(model.LogProb(far).item<double>()));
    }

    [Fact]
    public void Densities_are_those_of_the_formula_and_integrate_to_one()
    {
        using var scope = NewDisposeScope();
        using GaussianMixture model = GaussianMixture.Of(tensor(new[] { 0.25, 0.75 }), tensor(new[,] { { -1.0 }, { 2.0 } }), tensor(new[,] { { 0.5 }, { 2.0 } }), Covariance.Diagonal);
        double formula = Math.Log(0.25 * Math.Exp(-1.0 / (2 * 0.5)) / Math.Sqrt(2 * Math.PI * 0.5) + 0.75 * Math.Exp(-4.0 / (2 * 2)) / Math.Sqrt(2 * Math.PI * 2));
        Assert.Equal(formula, model.LogProb(zeros(1, 1)).item<double>(), 1e-12);
        Tensor grid = linspace(-20, 20, 4001, dtype: ScalarType.Float64).unsqueeze(1);
        Assert.Equal(1, model.LogProb(grid).exp().sum().item<double>() * 0.01, 1e-6);
    }

    [Fact]
    public void Samples_have_the_mixtures_moments_and_repeat()
    {
        using var scope = NewDisposeScope();
        using GaussianMixture model = Known();
        var (x, chosen) = model.Sample(100_000, seed: 5);
        Assert.Equal(0.7, chosen.to(ScalarType.Float64).mean().item<double>(), 0.01);
        Tensor own = x[chosen.eq(0)];
        Assert.True((own.mean([0L]) - model.Means[0]).abs().max().item<double>() < 0.05);
        Assert.True((own.t().cov() - model.Covariances[0]).abs().max().item<double>() < 0.05);
        Assert.True(x.Equals(model.Sample(100_000, seed: 5).X));
    }

    [Fact]
    public void What_is_missing_is_filled_in_by_the_conditional()
    {
        using var scope = NewDisposeScope();
        Tensor covariance = tensor(new[,] { { 1.0, 0.8 }, { 0.8, 1.0 } });
        using GaussianMixture one = GaussianMixture.Of(ones(1), tensor(new[,] { { 1.0, -1.0 } }), covariance.unsqueeze(0));
        Tensor row = tensor(new[,] { { 2.0, double.NaN }, { double.NaN, double.NaN }, { 3, 4 } });
        Assert.Equal([2, -0.2, 1, -1, 3, 4], one.Impute(row).data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
        Tensor draws = one.Impute(tensor(new[,] { { 2.0, double.NaN } }).repeat(50_000, 1), seed: 1).select(1, 1);
        Assert.Equal(-0.2, draws.mean().item<double>(), 0.02);
        Assert.Equal(0.6, draws.std().item<double>(), 0.02);

        // Two far components: what is seen tells which, and which tells what is not seen.
        using GaussianMixture two = GaussianMixture.Of(tensor(new[] { 0.5, 0.5 }), tensor(new[,] { { 0.0, 0 }, { 10, 7 } }), ones(2, 2), Covariance.Diagonal);
        Assert.Equal(7, two.Impute(tensor(new[,] { { 10.0, double.NaN } }))[0, 1].item<double>(), 1e-9);
    }

    [Fact]
    public void Collapse_is_refused_and_regularisation_cures_it()
    {
        using var scope = NewDisposeScope();
        Tensor x = cat([Blobs(50, 6), Blobs(50, 6)[..1].expand(40, -1)]);  // forty rows that are the same
        Assert.Contains("raise Regularisation", Assert.Throws<ArgumentException>(() => new GaussianMixture(8) { Regularisation = 0 }.Fit(x)).Message);
        Assert.True(double.IsFinite(new GaussianMixture(8).Fit(x).Score(x)));
        Assert.True(double.IsFinite(new GaussianMixture(2).Fit(cat([x, ones(x.shape[0], 1)], 1)).Score(cat([x, ones(x.shape[0], 1)], 1))));  // a constant column
    }

    [Fact]
    public void Bad_data_is_refused_in_one_line()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("2 rows for 5 components", Assert.Throws<ArgumentException>(() => new GaussianMixture(5).Fit(zeros(2, 2))).Message);
        Assert.Contains("NaN or infinite", Assert.Throws<ArgumentException>(() => new GaussianMixture(1).Fit(full([4, 2], float.PositiveInfinity))).Message);
        Assert.Contains("the covariances have shape (2, 3), where (2, 3, 3) belongs", Assert.Throws<ArgumentException>(() => new GaussianMixture(2).Fit(zeros(9, 3), ones(2), ones(2, 3), ones(2, 3))).Message);
    }
}
