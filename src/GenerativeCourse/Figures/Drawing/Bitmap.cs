namespace GenerativeCourse.Figures.Drawing;

/// <summary>An opaque picture: rows from the top, three bytes a pixel (red, green, blue).</summary>
sealed class Bitmap(int width, int height)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public byte[] Pixels { get; } = new byte[checked(3 * width * height)];

    public Span<byte> Row(int y) => Pixels.AsSpan(3 * Width * y, 3 * Width);

    public Rgb this[int x, int y]
    {
        get
        {
            var at = 3 * (Width * y + x);
            return new(Pixels[at], Pixels[at + 1], Pixels[at + 2]);
        }
        set
        {
            var at = 3 * (Width * y + x);
            (Pixels[at], Pixels[at + 1], Pixels[at + 2]) = (value.R, value.G, value.B);
        }
    }

    public void Fill(int left, int top, int right, int bottom, Rgb color)
    {
        (left, top) = (Math.Max(left, 0), Math.Max(top, 0));
        (right, bottom) = (Math.Min(right, Width), Math.Min(bottom, Height));
        if (left >= right) return;
        for (var y = top; y < bottom; y++)
        {
            var row = Row(y)[(3 * left)..(3 * right)];
            if (color.R == color.G && color.G == color.B) row.Fill(color.R);
            else
                for (var at = 0; at < row.Length; at += 3)
                    (row[at], row[at + 1], row[at + 2]) = (color.R, color.G, color.B);
        }
    }
}
