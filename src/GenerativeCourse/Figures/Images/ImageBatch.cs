namespace GenerativeCourse.Figures.Images;

/// <summary>A batch of images, checked: pixels in the order (N, C, H, W), C 1 or 3.</summary>
sealed class ImageBatch
{
    readonly float[] pixels;

    ImageBatch(float[] pixels, int count, int channels, int height, int width) =>
        (this.pixels, Count, Channels, Height, Width) = (pixels, count, channels, height, width);

    public int Count { get; }

    public int Channels { get; }

    public int Height { get; }

    public int Width { get; }

    public float this[int image, int channel, int row, int column] => pixels[((image * Channels + channel) * Height + row) * Width + column];

    public (float Low, float High) Extent()
    {
        var (low, high) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (var value in pixels) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return (low, high);
    }

    /// <summary>Takes pixels of shape (H, W), (N, H, W), (N, 1, H, W) or (N, 3, H, W); refuses other shapes and values that are not numbers.</summary>
    public static ImageBatch Of(float[] pixels, IReadOnlyList<long> shape)
    {
        var text = $"({string.Join(", ", shape)})";
        var (count, channels, height, width) = shape switch
        {
            [var h, var w] => (1L, 1L, h, w),
            [var n, var h, var w] => (n, 1L, h, w),
            [var n, var c, var h, var w] when c is 1 or 3 => (n, c, h, w),
            [var n, var h, var w, 1 or 3] => throw new ArgumentException($"The shape {text} has its channels last; images are (N, C, H, W): permute(0, 3, 1, 2) first."),
            [_, var c, _, _] => throw new ArgumentException($"The shape {text} has {c} channels; an image has 1 (grey) or 3 (red, green, blue). To look at each channel by itself, reshape to (N·C, H, W)."),
            _ => throw new ArgumentException($"The shape {text} is not a batch of images; give (N, 1, H, W), (N, 3, H, W), (N, H, W) or (H, W)."),
        };
        if (count < 1 || height < 1 || width < 1) throw new ArgumentException($"The shape {text} holds no image.");
        if (count * channels * height * width != pixels.Length)
            throw new ArgumentException($"The shape {text} asks for {count * channels * height * width} values, but {pixels.Length} were given.");
        var bad = Array.FindIndex(pixels, value => !float.IsFinite(value));
        if (bad >= 0)
        {
            var image = bad / (channels * height * width);
            throw new ArgumentException($"Image {image} holds {pixels[bad]} ({pixels.Count(value => !float.IsFinite(value))} of {pixels.Length} values are not finite numbers); look for a division by zero or a log of zero before it.");
        }
        return new(pixels, (int)count, (int)channels, (int)height, (int)width);
    }
}
