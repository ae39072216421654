using GenerativeCourse.Data;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Data;

public sealed class MedicalTests : IDisposable
{
    readonly TorchSharp.DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Held_out_slices_are_a_block_with_ten_thrown_away_on_each_side()
    {
        var split = new HeldOutSlices(140, 60, 25);
        Assert.Equal(Enumerable.Range(60, 25).Select(slice => (long)slice), split.Test);
        Assert.Equal(95, split.Train.Length);
        Assert.Equal(11, split.Train.Min(train => split.Test.Min(test => Math.Abs(train - test))));
    }

    [Fact]
    public void T1_is_split_by_person()
    {
        using var brains = Brains.LoadT1();
        Assert.Equal([308, 1, 64, 64], brains.Train.Images.shape);
        Assert.Equal([118, 1, 64, 64], brains.Test.Images.shape);
        Assert.Empty(brains.Train.Labels.data<long>().ToArray().Intersect(brains.Test.Labels.data<long>().ToArray()));
        Assert.Equal("Colin27", brains.Classes[0]);
    }

    [Fact]
    public void Colin27_its_twin_and_its_tissues_lie_on_each_other()
    {
        using var slices = Brains.LoadColin27();
        Assert.Equal((95, 25), (slices.Train.Count, slices.Test.Count));
        Assert.InRange(Correlation(slices.Test.T1, slices.Test.SimulatedT1), 0.95, 1);
        // Mirrored left to right the twin fits less well: the head is not symmetric.
        Assert.True(Correlation(slices.Test.T1, slices.Test.SimulatedT1.flip(3)) < Correlation(slices.Test.T1, slices.Test.SimulatedT1) - 0.02);
        // White is brighter than grey, grey than fluid in T1; in T2 the other way round.
        var t1 = Means(slices.Test.T1, slices.Test.Tissues);
        Assert.True(t1[1] > t1[2] && t1[2] > t1[3], string.Join(" ", t1));
        var t2 = Means(slices.Test.T2, slices.Test.Tissues);
        Assert.True(t2[1] < t2[2] && t2[2] < t2[3], string.Join(" ", t2));
        Assert.Equal(7, Brains.Tissues.Count);
    }

    static double[] Means(Tensor images, Tensor tissues) => [.. Enumerable.Range(0, 4).Select(tissue =>
        (double)images.squeeze(1).masked_select(tissues.eq(tissue)).to(ScalarType.Float32).mean().item<float>())];

    static float Correlation(Tensor a, Tensor b) => corrcoef(stack([a.to(ScalarType.Float32).flatten(), b.to(ScalarType.Float32).flatten()]))[0, 1].item<float>();

    [Fact]
    public void Heads_lie_the_same_way_round()
    {
        using var brains = Brains.LoadT1();
        using var ct = HeadCt.Load();
        foreach (var images in new[] { brains.Train.Images, brains.Test.Images, ct.Train.Images })
        {
            // From below to above: the highest slice shows less than the one in the middle, and the lowest more than the highest.
            var shown = images.gt(40).to(ScalarType.Float32).mean([1, 2, 3]);
            Assert.True(shown[-1].item<float>() < shown[shown.shape[0] / 2].item<float>());
        }
        // The front of a head is narrower than the back.
        var ink = ct.Test.Images.gt(60).to(ScalarType.Float32).mean([0, 1, 3]); // (rows)
        Assert.True(ink[4..20].sum().item<float>() < ink[44..60].sum().item<float>());
    }

    [Fact]
    public void Head_ct_and_tumour_have_their_shapes()
    {
        using var ct = HeadCt.Load();
        Assert.Equal((87L, 25L), (ct.Train.Count, ct.Test.Count));
        using var tumour = BrainTumour.Load();
        Assert.Equal([60, 1, 64, 64], tumour.Before.shape);
        // What is brain before surgery lies in the mask, tumour included.
        var bright = tumour.Before.squeeze(1).gt(60);
        Assert.InRange(tumour.Mask.gt(0).masked_select(bright).to(ScalarType.Float32).mean().item<float>(), 0.99, 1);
    }

    [Fact]
    public void Lungs_are_air_in_their_mask_and_share_the_split()
    {
        using var lung = LungCt.Load();
        Assert.Equal((144L, 40L), (lung.Train.Count, lung.Test.Count));
        var inside = lung.Test.Hounsfield.squeeze(1).masked_select(lung.Test.Mask.gt(0));
        Assert.InRange(inside.median().item<float>(), -950, -750);
        Assert.Equal(20, lung.Test.Scan.sum().item<long>());
        var window = LungCt.Window(tensor([-2000f, -1000, -300, 400, 3000]));
        Assert.Equal([0, 0, 0.5f, 1, 1], window.data<float>().ToArray());
        Assert.Throws<ArgumentException>(() => LungCt.Window(window, 10, 10));
    }
}
