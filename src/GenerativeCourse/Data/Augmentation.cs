using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>Changes images at random in ways that keep what they show, so that a small set does for a larger one.</summary>
public static class Augmentation
{
    /// <summary>Mirrors each image left to right with probability one half: (N, C, H, W) to the same.</summary>
    public static Tensor Flip(Tensor images, Generator? generator = null)
    {
        using var scope = NewDisposeScope();
        var mirrored = rand([images.shape[0], 1, 1, 1], device: images.device, generator: generator).lt(0.5); // (N, 1, 1, 1)
        return where(mirrored, images.flip(3), images).MoveToOuterDisposeScope();
    }

    /// <summary>Moves each image by up to <paramref name="most"/> pixels up or down and left or right, its edge pixels repeated: (N, C, H, W) to the same.</summary>
    public static Tensor Shift(Tensor images, int most, Generator? generator = null)
    {
        using var scope = NewDisposeScope();
        return Moved(Moved(images, 2, most, generator), 3, most, generator).MoveToOuterDisposeScope();
    }

    /// <summary>Turns each image by 0, 90, 180 or 270 degrees and mirrors half of them, for views from above: (N, C, S, S) to the same.</summary>
    public static Tensor Turn(Tensor images, Generator? generator = null)
    {
        using var scope = NewDisposeScope();
        var mirrored = Flip(images, generator);
        var upside = rand([images.shape[0], 1, 1, 1], device: images.device, generator: generator).lt(0.5);
        var turned = where(upside, mirrored.flip(2), mirrored);
        var sideways = rand([images.shape[0], 1, 1, 1], device: images.device, generator: generator).lt(0.5);
        return where(sideways, turned.transpose(2, 3), turned).contiguous().MoveToOuterDisposeScope();
    }

    static Tensor Moved(Tensor images, int axis, int most, Generator? generator)
    {
        var (count, side) = (images.shape[0], images.shape[axis]);
        var steps = rand([count, 1], device: images.device, generator: generator).mul(2 * most + 1).floor().to(ScalarType.Int64) - most; // (N, 1)
        var from = (arange(side, device: images.device).unsqueeze(0) + steps).clamp(0, side - 1); // (N, S)
        var index = axis == 2 ? from.reshape(count, 1, side, 1) : from.reshape(count, 1, 1, side);
        return images.gather(axis, index.expand(images.shape));
    }
}
