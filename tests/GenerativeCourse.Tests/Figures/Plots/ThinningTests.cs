using GenerativeCourse.Figures.Plots;

namespace GenerativeCourse.Tests.Figures.Plots;

public sealed class ThinningTests
{
    [Fact]
    public void Keeps_peaks_ends_and_gaps_of_a_long_curve()
    {
        var x = Enumerable.Range(0, 50_000).Select(i => (double)i).ToArray();
        var y = x.Select(value => Math.Sin(value / 900)).ToArray();
        (y[12_345], y[40_001], y[20_000]) = (9, -7, double.NaN);
        var (thinX, thinY) = Thinning.Keep(x, y, 1200);
        Assert.InRange(thinX.Length, 600, 1210);
        Assert.Equal((0, 49_999), (thinX[0], thinX[^1]));
        Assert.Equal(9, thinY[Array.IndexOf(thinX, 12_345)]);
        Assert.Equal(-7, thinY[Array.IndexOf(thinX, 40_001)]);
        Assert.True(double.IsNaN(thinY[Array.IndexOf(thinX, 20_000)]));
        Assert.Equal(thinX.Order(), thinX);
    }

    [Fact]
    public void Leaves_a_short_curve_alone()
    {
        double[] x = [0, 1, 2], y = [3, 4, 5];
        Assert.Same(y, Thinning.Keep(x, y, 1200).Y);
    }
}
