using GenerativeCourse.Data;

namespace GenerativeCourse.Tests.Data;

public sealed class TableTests
{
    [Fact]
    public void Iris_wine_and_old_faithful_hold_what_they_are_known_for()
    {
        using var iris = Iris.Load();
        Assert.Equal("Iris: 150 rows of 4 columns, 3 classes", iris.ToString());
        Assert.Equal([5.1f, 3.5f, 1.4f, 0.2f], iris.Features[0].data<float>().ToArray());
        Assert.Equal([50L, 50, 50], Enumerable.Range(0, 3).Select(label => iris.Labels.eq(label).sum().item<long>()));

        using var wine = Wine.Load();
        Assert.Equal([178, 13], wine.Features.shape);
        Assert.Equal([59L, 71, 48], Enumerable.Range(0, 3).Select(label => wine.Labels.eq(label).sum().item<long>()));
        Assert.Equal(13, wine.Columns.Count);

        using var geyser = OldFaithful.Load();
        Assert.Equal([272, 2], geyser.Features.shape);
        // The means that are published with it: 3.488 and 70.897 minutes.
        Assert.Equal([3.488f, 70.897f], geyser.Features.mean([0]).data<float>().ToArray().Select(mean => MathF.Round(mean, 3)));
        Assert.Contains("no labels", Assert.Throws<InvalidOperationException>(() => geyser.Labels).Message);
    }

    [Fact]
    public void Split_gives_every_fifth_row_to_the_test()
    {
        using var iris = Iris.Load();
        using var split = iris.Split();
        Assert.Equal((120, 30), (split.Train.Count, split.Test.Count));
        Assert.Equal(iris.Features[4].data<float>().ToArray(), split.Test.Features[0].data<float>().ToArray());
        Assert.Equal([10L, 10, 10], Enumerable.Range(0, 3).Select(label => split.Test.Labels.eq(label).sum().item<long>()));
        using var geyser = OldFaithful.Load();
        using var halves = geyser.Split();
        Assert.Equal(272, halves.Train.Count + halves.Test.Count);
    }
}
