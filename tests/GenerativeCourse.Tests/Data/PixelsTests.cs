using GenerativeCourse.Data;
using static TorchSharp.torch;

namespace GenerativeCourse.Tests.Data;

public sealed class PixelsTests : IDisposable
{
    readonly TorchSharp.DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Unit_and_bytes_are_each_other_s_inverse()
    {
        var bytes = arange(256).to(ScalarType.Byte).reshape(1, 1, 16, 16);
        var unit = Pixels.ToUnit(bytes);
        Assert.Equal((0f, 1f), (unit.min().item<float>(), unit.max().item<float>()));
        Assert.True(Pixels.ToBytes(unit).eq(bytes).all().item<bool>());
        Assert.Equal([0, 255], Pixels.ToBytes(tensor([-3f, 7f])).data<byte>().ToArray());
    }

    [Fact]
    public void Binarised_pixels_are_ink_as_often_as_they_are_bright_and_repeat_by_seed()
    {
        var unit = full([40000], 0.3f);
        var drawn = Pixels.Binarise(unit, new Generator(1));
        Assert.Equal(drawn.sum().item<float>(), drawn.eq(1).sum().item<long>());
        // 40,000 draws: six standard deviations are 0.014.
        Assert.InRange(drawn.mean().item<float>(), 0.286, 0.314);
        Assert.True(drawn.eq(Pixels.Binarise(unit, new Generator(1))).all().item<bool>());
        Assert.False(drawn.eq(Pixels.Binarise(unit, new Generator(2))).all().item<bool>());
        Assert.Equal((0f, 100f), (Pixels.Binarise(zeros([100])).sum().item<float>(), Pixels.Binarise(ones([100])).sum().item<float>()));
    }

    [Fact]
    public void Dequantised_bytes_stay_in_their_interval()
    {
        var bytes = arange(256).to(ScalarType.Byte).repeat(2000);
        var spread = Pixels.Dequantise(bytes, new Generator(3));
        Assert.True(spread.mul(256).floor().to(ScalarType.Byte).eq(bytes).all().item<bool>());
        Assert.InRange(spread.max().item<float>(), 0.999f, 1 - 1f / (1 << 24));
        Assert.InRange(spread.mul(256).sub(bytes.to(ScalarType.Float32)).mean().item<float>(), 0.49f, 0.51f);
    }

    [Fact]
    public void Flipping_mirrors_whole_images_about_half_the_time()
    {
        var image = arange(6).to(ScalarType.Float32).reshape(1, 1, 2, 3);
        var flipped = Augmentation.Flip(image.repeat(1000, 1, 1, 1), new Generator(4));
        var mirrored = flipped.eq(image.flip(3)).all(1).all(1).all(1).sum().item<long>();
        var kept = flipped.eq(image).all(1).all(1).all(1).sum().item<long>();
        Assert.Equal(1000, mirrored + kept);
        Assert.InRange(mirrored, 400, 600);
    }

    [Fact]
    public void Shifting_moves_each_image_by_whole_pixels_up_to_the_most()
    {
        var image = zeros([1, 1, 9, 9]);
        image[0, 0, 4, 4] = 1;
        var moved = Augmentation.Shift(image.repeat(500, 1, 1, 1), 2, new Generator(5));
        Assert.Equal(500f, moved.sum().item<float>());
        var where = moved.sum([0]).squeeze(); // how often each pixel was hit
        Assert.Equal(500f, where[TensorIndex.Slice(2, 7), TensorIndex.Slice(2, 7)].sum().item<float>());
        Assert.Equal(25, where.ne(0).sum().item<long>());
        Assert.True(Augmentation.Shift(image, 0).eq(image).all().item<bool>());
    }

    [Fact]
    public void Turning_gives_all_eight_views()
    {
        var image = arange(9).to(ScalarType.Float32).reshape(1, 1, 3, 3);
        var turned = Augmentation.Turn(image.repeat(400, 1, 1, 1), new Generator(6));
        var corners = turned.reshape(400, 9).select(1, 0).mul(10).add(turned.reshape(400, 9).select(1, 1)).data<float>().Distinct();
        Assert.Equal(8, corners.Count());
        Assert.True(turned.sum([1, 2, 3]).eq(36).all().item<bool>());
    }
}
