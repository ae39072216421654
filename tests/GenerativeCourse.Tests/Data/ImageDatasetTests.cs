using GenerativeCourse.Data;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Data;

public sealed class ImageDatasetTests
{
    static void Holds(ImageDataset data, long[] train, long[] test, int classes)
    {
        using (data)
        {
            Assert.Equal(train, data.Train.Images.shape);
            Assert.Equal(test, data.Test.Images.shape);
            Assert.Equal(classes, data.Classes.Count);
            foreach (var split in new[] { data.Train, data.Test })
            {
                Assert.Equal(ScalarType.Byte, split.Images.dtype);
                Assert.Equal(ScalarType.Int64, split.Labels.dtype);
                Assert.Equal([split.Count], split.Labels.shape);
                Assert.InRange(split.Labels.min().item<long>(), 0, classes - 1);
                Assert.InRange(split.Labels.max().item<long>(), 0, classes - 1);
                Assert.Equal(0, split.Images.min().item<byte>());
                Assert.Equal(split.White, split.Images.max().item<byte>());
            }
        }
    }

    [Fact]
    public void Mnist_is_whole() => Holds(Mnist.Load(), [60000, 1, 28, 28], [10000, 1, 28, 28], 10);

    [Fact]
    public void Fashion_mnist_is_balanced()
    {
        Holds(FashionMnist.Load(), [10000, 1, 28, 28], [2000, 1, 28, 28], 10);
        using var data = FashionMnist.Load();
        Assert.All(data.Train.Labels.data<long>().ToArray().CountBy(label => label).Select(pair => pair.Value), count => Assert.Equal(1000, count));
        Assert.All(data.Test.Labels.data<long>().ToArray().CountBy(label => label).Select(pair => pair.Value), count => Assert.Equal(200, count));
    }

    [Fact]
    public void Digits_have_seventeen_levels() => Holds(Digits.Load(), [1437, 1, 8, 8], [360, 1, 8, 8], 10);

    [Fact]
    public void Quickdraw_has_twenty_classes() => Holds(QuickDraw.Load(), [1600, 1, 28, 28], [400, 1, 28, 28], 20);

    [Fact]
    public void Twemoji_has_nine_classes() => Holds(Twemoji.Load(), [1516, 3, 64, 64], [390, 3, 64, 64], 9);

    [Fact]
    public void Photographs_stand_on_one_side_each()
    {
        Holds(Photographs.Load(), [1600, 3, 64, 64], [400, 3, 64, 64], 32);
        using var data = Photographs.Load();
        Assert.Empty(data.Train.Labels.data<long>().ToArray().Intersect(data.Test.Labels.data<long>().ToArray()));
        Assert.Equal(32, data.Classes.Distinct().Count());
    }

    [Fact]
    public void Crops_are_cut_from_the_whole_photographs()
    {
        var whole = Photographs.LoadWhole();
        Assert.Equal((24, 8), (whole.Train.Count, whole.Test.Count));
        using var scope = NewDisposeScope();
        Assert.All(whole.Train.Concat(whole.Test), photograph => Assert.Equal(256, photograph.Image().shape[1..].Min()));
        using var data = Photographs.Load();
        // The first test crop lies somewhere in the first test photograph.
        Tensor crop = data.Test.Images[0], photograph = whole.Test[0].Image();
        var places = photograph.unfold(1, 64, 1).unfold(2, 64, 1);  // (3, rows, columns, 64, 64)
        var equal = places.eq(crop.reshape(3, 1, 1, 64, 64)).all(4).all(3).all(0);
        Assert.Equal(1, equal.sum().item<long>());
    }

    [Fact]
    public void No_image_stands_on_both_sides()
    {
        foreach (var load in new Func<ImageDataset>[] { Mnist.Load, FashionMnist.Load, Digits.Load, QuickDraw.Load, Photographs.Load, () => Twemoji.Load() })
        {
            using var data = load();
            var train = Fingerprints(data.Train.Images);
            // Fashion-MNIST as published holds one pair alike; a set of small digits may hold more, but not here.
            Assert.InRange(Fingerprints(data.Test.Images).Count(train.Contains), 0, 1);
        }
    }

    static HashSet<UInt128> Fingerprints(Tensor images)
    {
        var size = (int)(images.numel() / images.shape[0]);
        var found = new HashSet<UInt128>();
        var bytes = images.bytes;
        for (var at = 0; at < bytes.Length; at += size)
        {
            var hash = System.Security.Cryptography.SHA256.HashData(bytes.Slice(at, size));
            found.Add(new UInt128(BitConverter.ToUInt64(hash, 0), BitConverter.ToUInt64(hash, 8)));
        }
        return found;
    }

    [Fact]
    public void Icons_lie_on_the_paper_asked_for()
    {
        using var black = Twemoji.Load(paper: 0);
        using var white = Twemoji.Load();
        Assert.Equal(0, black.Train.Images[0, 0, 0, 0].item<byte>());
        Assert.Equal(255, white.Train.Images[0, 0, 0, 0].item<byte>());
        Assert.Equal(black.Train.Count, Twemoji.Names("train").Count);
        // In the middle of a face nothing of the paper shows.
        Assert.Equal(black.Train.Images[0, 0, 40, 32].item<byte>(), white.Train.Images[0, 0, 40, 32].item<byte>());
    }

    [Fact]
    public void Parts_share_memory_and_cover_the_whole()
    {
        using var data = Digits.Load();
        var (first, others) = data.Train.Split(1000);
        Assert.Equal((1000, 437), (first.Count, others.Count));
        Assert.Equal(data.Train.Labels[1000].item<long>(), others.Labels[0].item<long>());
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Train.Take(1400, 100));
    }

    [Fact]
    public void Loading_holds_little_more_than_the_data_and_outlives_a_scope()
    {
        ImageDataset data;
        var before = GC.GetAllocatedBytesForCurrentThread();
        using (NewDisposeScope())
            data = Mnist.Load();
        var managed = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(managed, 0, data.Train.Images.numel() / 20);
        Assert.Equal(60000, data.Train.Labels.shape[0]);
        data.Dispose();
    }

    [Fact]
    public void Unit_range_divides_by_white()
    {
        using var data = Digits.Load();
        using var unit = data.Train.ToUnit();
        Assert.Equal(ScalarType.Float32, unit.dtype);
        Assert.Equal((0f, 1f), (unit.min().item<float>(), unit.max().item<float>()));
    }

    [Fact]
    public void Says_what_it_is()
    {
        using var data = Digits.Load();
        Assert.Equal("8x8 digits: 1,437 images of (1, 8, 8) to train on, 360 to test on, 10 classes", data.ToString());
    }
}
