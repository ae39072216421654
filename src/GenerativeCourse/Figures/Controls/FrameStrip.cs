using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Controls;

/// <summary>Draws labelled frames beside each other, each at most as wide as a third of the page.</summary>
static class FrameStrip
{
    const double Density = 2, Page = 700, Edge = 8, Gap = 10, Label = 20;

    static readonly TextStyle Text = new(12, Theme.Ink);

    /// <summary>Frames at twice the CSS density, made smaller where they are too wide.</summary>
    public static RasterCanvas Paint(IReadOnlyList<(string Label, Bitmap Bitmap)> frames)
    {
        var widest = frames.Max(frame => frame.Bitmap.Width) / Density;
        var third = (Page - 2 * Edge - 2 * Gap) / 3;
        var shrink = Math.Max(1, (int)Math.Ceiling(widest / (third * 1.5)));
        var small = frames.Select(frame => (frame.Label, Bitmap: Shrink(frame.Bitmap, shrink))).ToArray();
        double width = small.Max(frame => frame.Bitmap.Width) / Density, height = small.Max(frame => frame.Bitmap.Height) / Density + Label;
        var columns = Math.Clamp((int)((Page + Gap) / (width + Gap)), 1, small.Length);
        var rows = (small.Length + columns - 1) / columns;
        var canvas = new RasterCanvas((int)(2 * Edge + columns * (width + Gap) - Gap), (int)(2 * Edge + rows * (height + Gap) - Gap), Density, Theme.Paper);
        for (var index = 0; index < small.Length; index++)
        {
            var (label, bitmap) = small[index];
            var (x, y) = (Edge + index % columns * (width + Gap), Edge + index / columns * (height + Gap));
            canvas.Text(Text.Fit(label, width), x, y + 13, Text);
            canvas.Picture(bitmap, x, y + Label, bitmap.Width / Density, bitmap.Height / Density);
        }
        return canvas;
    }

    // Each pixel is the mean of a square of pixels.
    static Bitmap Shrink(Bitmap bitmap, int by)
    {
        if (by == 1) return bitmap;
        var small = new Bitmap(bitmap.Width / by, bitmap.Height / by);
        for (var y = 0; y < small.Height; y++)
            for (var x = 0; x < small.Width; x++)
            {
                var (red, green, blue) = (0, 0, 0);
                for (var at = 0; at < by * by; at++)
                {
                    var color = bitmap[x * by + at % by, y * by + at / by];
                    (red, green, blue) = (red + color.R, green + color.G, blue + color.B);
                }
                small[x, y] = new((byte)(red / (by * by)), (byte)(green / (by * by)), (byte)(blue / (by * by)));
            }
        return small;
    }
}
