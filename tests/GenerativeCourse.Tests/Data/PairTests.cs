using GenerativeCourse.Data;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Data;

public sealed class PairTests : IDisposable
{
    readonly TorchSharp.DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Outlines_and_drawings_lie_on_each_other_and_no_outline_stands_on_both_sides()
    {
        using var pairs = OpenMoji.Load();
        Assert.Equal("OpenMoji: 1,200 pairs of (1, 64, 64) and (3, 64, 64) to train on; 300 pairs of (1, 64, 64) and (3, 64, 64) to test on", pairs.ToString());
        Assert.Equal(1200, pairs.Train.Names.Count);
        Assert.Empty(Outlines(pairs.Train).Intersect(Outlines(pairs.Test)));
        Assert.Equal(1500, Outlines(pairs.Train).Concat(Outlines(pairs.Test)).Distinct().Count());
        // Where the outline is black, so is the drawing, in nearly all of the pixels; a shift by two pixels would not keep that.
        Assert.InRange(Darkness(pairs.Train, 0), 0.93, 1);
        Assert.InRange(Darkness(pairs.Train, 2), 0, 0.6);
    }

    static IEnumerable<string> Outlines(ImagePairs pairs)
    {
        for (var i = 0; i < pairs.Count; i++)
            yield return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(pairs.From[i].contiguous().bytes));
    }

    static double Darkness(ImagePairs pairs, long shift)
    {
        var ink = pairs.From.roll(shift, 3).lt(40); // (N, 1, H, W)
        var dark = pairs.To.amax([1], keepdim: true).lt(128);
        return ink.logical_and(dark).sum().item<long>() / (double)ink.sum().item<long>();
    }

    [Fact]
    public void Satellite_tiles_keep_a_tile_between_train_and_test()
    {
        using var tiles = Satellite.Load();
        Assert.Equal((431, 103), (tiles.Train.Count, tiles.Test.Count));
        Assert.Equal([103, 2, 64, 64], tiles.Test.Map.shape);
        float[] train = [.. Longitudes(tiles.Train)], test = [.. Longitudes(tiles.Test)];
        // Columns are 5.625 degrees wide: two apart means that one lies between.
        Assert.True(train.Min(east => test.Min(other => Math.Abs(east - other))) >= 2 * 5.625);
    }

    static IEnumerable<float> Longitudes(SatelliteTiles tiles) => tiles.Places.select(1, 1).contiguous().data<float>().ToArray();

    [Fact]
    public void Water_on_the_map_is_where_it_is_blue_by_day()
    {
        using var tiles = Satellite.Load();
        var sea = tiles.Test.Day.select(1, 2).to(ScalarType.Int32).sub(tiles.Test.Day.select(1, 0).to(ScalarType.Int32)).gt(15);
        var water = tiles.Test.Map.select(1, 0).gt(127);
        Assert.InRange(sea.eq(water).to(ScalarType.Float32).mean().item<float>(), 0.93, 1);
        Assert.InRange(sea.roll(8, 2).eq(water).to(ScalarType.Float32).mean().item<float>(), 0, 0.9);
    }
}
