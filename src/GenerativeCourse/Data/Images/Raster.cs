namespace GenerativeCourse.Data;

/// <summary>A decoded picture: bytes by channel, row and column; one channel is grey, three are red, green and blue.</summary>
sealed record Raster(int Channels, int Height, int Width, byte[] Pixels)
{
    /// <summary>The most pixels that a picture may have.</summary>
    public const long MostPixels = 64L << 20;

    /// <summary>Refuses sides that are not positive or whose product is huge.</summary>
    public static void Check(string path, long width, long height)
    {
        if (width < 1 || height < 1 || width > MostPixels || height > MostPixels || width * height > MostPixels)
            throw new DatasetException($"{path}: its header gives {width} x {height} pixels; a picture has 1 to {MostPixels} in all.");
    }

    /// <summary>The same picture in colour: three equal channels of a grey one.</summary>
    public Raster InColour() => Channels == 3 ? this : new Raster(3, Height, Width, [.. Pixels, .. Pixels, .. Pixels]);

    /// <summary>The square in the middle, as large as fits, brought to <paramref name="side"/> pixels by the mean over each pixel's area.</summary>
    public Raster Fit(int side)
    {
        var square = Math.Min(Height, Width);
        var (top, left) = ((Height - square) / 2, (Width - square) / 2);
        var fitted = new byte[Channels * side * side];
        // Sides are counted in units of 1/side of a source pixel, so that all is whole numbers.
        for (var channel = 0; channel < Channels; channel++)
        {
            for (var row = 0; row < side; row++)
            {
                for (var column = 0; column < side; column++)
                {
                    long sum = 0;
                    for (var y = row * (long)square / side; y * side < (row + 1) * (long)square; y++)
                    {
                        var high = Math.Min((y + 1) * side, (row + 1) * (long)square) - Math.Max(y * side, row * (long)square);
                        for (var x = column * (long)square / side; x * side < (column + 1) * (long)square; x++)
                        {
                            var wide = Math.Min((x + 1) * side, (column + 1) * (long)square) - Math.Max(x * side, column * (long)square);
                            sum += high * wide * Pixels[(channel * (long)Height + top + y) * Width + left + x];
                        }
                    }
                    var area = (long)square * square;
                    fitted[(channel * side + row) * side + column] = (byte)((sum + area / 2) / area);
                }
            }
        }
        return new Raster(Channels, side, side, fitted);
    }
}
