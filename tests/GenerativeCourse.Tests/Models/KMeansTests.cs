using GenerativeCourse.Models;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Models;

public sealed class KMeansTests
{
    static Tensor Draw(long rows, long columns, ulong seed)
    {
        using var generator = new Generator(seed);
        return randn([rows, columns], generator: generator);
    }

    [Theory]
    [InlineData(ScalarType.Float32, 40)]
    [InlineData(ScalarType.Float64, 40)]
    [InlineData(ScalarType.Float32, 3)]
    public void Bounds_assign_as_comparing_all_does(ScalarType type, long width)
    {
        using var scope = NewDisposeScope();
        Tensor x = Draw(3000, width, 1).to(type), centers = x[..37].clone();
        var bounds = Assigners.For(x, 37, DataRows.SquaredNorms(x, "k-means"));
        var products = new ProductAssigner(x);
        using var generator = new Generator(2);
        for (int iteration = 0; iteration < 12; iteration++)
        {
            Tensor labels = bounds.Assign(centers), other = products.Assign(centers);
            Tensor gap = bounds.SquaredDistances(centers, labels) - products.SquaredDistances(centers, other);
            Assert.True(gap.abs().max().to(ScalarType.Float64).item<double>() < 1e-4, $"iteration {iteration}");
            centers += 0.3 / (1 + iteration) * randn(centers.shape, dtype: type, generator: generator);
        }
    }

    // Far from zero the products that give the first bounds have no digit left: the bounds must not say more than they know.
    [Theory]
    [InlineData(0f)]
    [InlineData(3e4f)]
    [InlineData(1e20f)]
    public void Rows_far_from_zero_find_their_nearest_centres(float offset)
    {
        using var scope = NewDisposeScope();
        Tensor x = (Draw(500, 20, 5) * (offset == 1e20f ? 1e17f : 1) + offset).to(ScalarType.Float32), centers = x[..19].clone();
        Tensor labels = Assigners.For(x, 19, DataRows.SquaredNorms(x, "k-means")).Assign(centers);
        Tensor exact = (x.to(ScalarType.Float64).unsqueeze(1) - centers.to(ScalarType.Float64)).pow(2).sum(2);  // (500, 19)
        Tensor excess = exact.gather(1, labels.unsqueeze(1)).squeeze(1) / exact.amin([1L]).clamp_min(1e-30);
        Assert.True(excess.max().item<double>() < 1 + 1e-5);
    }

    [Fact]
    public void Of_equally_near_centres_the_first_is_taken()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[,] { { 0f, 0f }, { 1f, 0f }, { 0f, 1f }, { 7f, 7f } });
        Tensor centers = tensor(new[,] { { 9f, 9f }, { 1f, 1f }, { 0f, 0f }, { 1f, 1f }, { 0f, 0f } });
        Assert.Equal([2L, 1, 1, 0], Assigners.For(x, 5, DataRows.SquaredNorms(x, "k-means")).Assign(centers).data<long>().ToArray());
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void Centres_are_the_means_of_their_rows(ScalarType type)
    {
        using var scope = NewDisposeScope();
        Tensor x = Draw(700, 203, 6).to(type);  // columns enough for several threads, and some left over
        using KMeans model = new KMeans(6) { Seed = 1, Tolerance = 0 }.Fit(x);
        for (int k = 0; k < 6; k++)
            Assert.True(model.Centers[k].allclose(x[model.Labels.eq(k)].mean([0L]), atol: 1e-6));
    }

    [Fact]
    public void Inertia_falls_and_the_history_is_that_of_the_steps()
    {
        using var scope = NewDisposeScope();
        Tensor x = Draw(800, 5, 3);
        using KMeans model = new KMeans(7) { Seed = 4, KeepSteps = true, Tolerance = 0 }.Fit(x);
        Assert.All(model.History.Zip(model.History.Skip(1)), pair => Assert.True(pair.Second <= pair.First * (1 + 1e-6)));
        Assert.Equal(model.Iterations, model.Steps.Count);
        KMeansStep step = model.Steps[2];
        double inertia = (x - step.Centers.index_select(0, step.Labels)).pow(2).sum().item<float>();
        Assert.Equal(inertia, step.Inertia, 1e-3);
        Assert.True(model.Predict(x).Equals(model.Labels));
        Assert.Equal(model.History[^1], model.Inertia, 1e-3);
    }

    [Fact]
    public void An_empty_cluster_takes_the_farthest_row()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[,] { { 0f, 0f }, { 1f, 0f }, { 0f, 1f }, { 9f, 9f } }), start = tensor(new[,] { { 0f, 0f }, { 50f, 50f } });
        using KMeans model = new KMeans(2).Fit(x, start);
        Assert.True(model.Centers.allclose(tensor(new[,] { { 1 / 3f, 1 / 3f }, { 9f, 9f } })));
        Assert.Equal(4 / 3.0, model.Inertia, 1e-5);
    }

    [Fact]
    public void Rows_that_are_all_the_same_leave_centres_finite()
    {
        using var scope = NewDisposeScope();
        using KMeans model = new KMeans(3) { Restarts = 2 }.Fit(full([10, 4], 2.5f));
        Assert.Equal(0, model.Inertia);
        Assert.True(model.Centers.eq(2.5f).all().item<bool>());
    }

    [Fact]
    public void The_same_seed_gives_the_same_centres_and_restarts_never_raise_the_inertia()
    {
        using var scope = NewDisposeScope();
        Tensor x = Draw(500, 6, 8);
        using KMeans one = new KMeans(9) { Seed = 1 }.Fit(x), again = new KMeans(9) { Seed = 1 }.Fit(x), many = new KMeans(9) { Seed = 1, Restarts = 6 }.Fit(x);
        Assert.True(one.Centers.Equals(again.Centers));
        Assert.True(many.Inertia <= one.Inertia);
    }

    [Fact]
    public void Bad_data_is_refused_in_one_line()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("k-means: 2 rows for 3 clusters: give at least as many rows, or ask for fewer clusters", Refused(() => new KMeans(3).Fit(zeros(2, 2))));
        Assert.Equal("k-means: 1 of 4 numbers are NaN or infinite, the first in row 1: drop such rows or fill them in", Refused(() => new KMeans(1).Fit(tensor(new[,] { { 0f, 0f }, { 0f, float.NaN } }))));
        Assert.Contains("(N, D)", Refused(() => new KMeans(1).Fit(zeros(5))));
        Assert.Contains("the start has shape (1, 2)", Refused(() => new KMeans(2).Fit(zeros(5, 2), zeros(1, 2))));
        Assert.Contains("fitted to 2 columns", Refused(() => new KMeans(1).Fit(zeros(5, 2)).Predict(zeros(5, 3))));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KMeans(0));
        Assert.Contains("call Fit first", Assert.Throws<InvalidOperationException>(() => new KMeans(2).Centers).Message);
    }

    static string Refused(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
