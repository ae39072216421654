using GenerativeCourse.Figures.Plots;

namespace GenerativeCourse.Tests.Figures.Plots;

public sealed class BinningTests
{
    [Fact]
    public void Counts_every_value_once_and_the_highest_in_the_last_bin()
    {
        var (edges, counts) = Binning.Count([0, 0.5, 1, 1.5, 2, double.NaN], 2, null, density: false);
        Assert.Equal([0, 1, 2], edges);
        Assert.Equal([2, 3], counts);
    }

    [Fact]
    public void A_density_has_area_one()
    {
        var values = Enumerable.Range(0, 999).Select(i => Math.Sqrt(i)).ToArray();
        var (edges, heights) = Binning.Count(values, null, null, density: true);
        Assert.Equal(1, heights.Sum() * (edges[1] - edges[0]), 12);
    }

    [Fact]
    public void Carries_on_the_bins_of_another_histogram()
    {
        var (edges, counts) = Binning.Count([-0.7, 0.1, 3.9], null, null, density: false, like: [0, 0.5, 1]);
        Assert.Equal([-1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4], edges);
        Assert.Equal([1, 0, 1, 0, 0, 0, 0, 0, 0, 1], counts);
    }
}
