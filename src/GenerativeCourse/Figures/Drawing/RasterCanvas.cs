namespace GenerativeCourse.Figures.Drawing;

/// <summary>Draws into a bitmap of several pixels to a CSS pixel.</summary>
sealed class RasterCanvas : ICanvas
{
    readonly double scale;
    readonly Coverage coverage;
    readonly Stroker stroker = new();
    readonly PixelBox whole;
    PixelBox clip;

    public RasterCanvas(int width, int height, double scale, Rgb background)
    {
        this.scale = scale;
        Bitmap = new Bitmap((int)Math.Round(width * scale), (int)Math.Round(height * scale));
        Bitmap.Fill(0, 0, Bitmap.Width, Bitmap.Height, background);
        coverage = new Coverage(Bitmap.Width, Bitmap.Height);
        clip = whole = new PixelBox(0, 0, Bitmap.Width, Bitmap.Height);
    }

    public Bitmap Bitmap { get; }

    public byte[] ToPng(string? description, bool drawing = false) => Png.Encode(Bitmap, scale, description, drawing);

    public void Box(double x, double y, double width, double height, Rgb color, double alpha = 1)
    {
        var box = Snap(x, y, width, height);
        if (alpha >= 1)
        {
            Bitmap.Fill(box.Left, box.Top, box.Right, box.Bottom, color);
            return;
        }
        coverage.Add([new(box.Left, box.Top), new(box.Right, box.Top), new(box.Right, box.Bottom), new(box.Left, box.Bottom)], clip);
        coverage.Paint(Bitmap, color, alpha);
    }

    public void Fill(Outline outline, Rgb color, double alpha = 1)
    {
        for (var part = 0; part < outline.Parts; part++) coverage.Add(Scaled(outline.Part(part)), clip);
        coverage.Paint(Bitmap, color, alpha);
    }

    public void Stroke(Outline outline, Rgb color, double width, double[]? dashes = null, double alpha = 1)
    {
        for (var part = 0; part < outline.Parts; part++)
        {
            var points = Scaled(outline.Part(part));
            if (dashes is null) stroker.Stroke(points, outline.IsClosed(part), width * scale, coverage, clip);
            else
                foreach (var dash in Stroker.Dashes(points, [.. dashes.Select(d => d * scale)]))
                    stroker.Stroke(dash, false, width * scale, coverage, clip);
        }
        coverage.Paint(Bitmap, color, alpha);
    }

    public void Marks(ReadOnlySpan<Point> points, Mark mark, double size, Rgb color, double alpha = 1)
    {
        var shape = MarkShape.Of(mark, size * scale / 2).Part(0).ToArray();
        var moved = new Point[shape.Length];
        foreach (var point in points)
        {
            for (var index = 0; index < shape.Length; index++) moved[index] = new(shape[index].X + point.X * scale, shape[index].Y + point.Y * scale);
            coverage.Add(moved, clip);
            coverage.Paint(Bitmap, color, alpha);
        }
    }

    public void Text(string text, double x, double y, TextStyle style, Anchor anchor = Anchor.Start, bool upwards = false, Rgb? halo = null)
    {
        var width = style.Width(text);
        var shift = anchor switch { Anchor.Middle => -width / 2, Anchor.End => -width, _ => 0 };
        var (left, baseline) = upwards ? (Math.Round(x * scale), (y - shift) * scale) : ((x + shift) * scale, Math.Round(y * scale));
        var outline = TextOutline.Of(text, style.Font, style.Size * scale, left, baseline, upwards);
        if (halo is { } around)
        {
            for (var part = 0; part < outline.Parts; part++) stroker.Stroke(outline.Part(part), true, 4 * scale, coverage, clip);
            coverage.Paint(Bitmap, around, 0.9);
        }
        for (var part = 0; part < outline.Parts; part++) coverage.Add(outline.Part(part), clip);
        coverage.Paint(Bitmap, style.Color, 1);
    }

    public void Picture(Bitmap bitmap, double x, double y, double width, double height)
    {
        var box = Snap(x, y, width, height);
        var columns = Enumerable.Range(0, box.Right - box.Left).Select(at => 3 * (int)((at + 0.5) * bitmap.Width / (box.Right - box.Left))).ToArray();
        for (var row = Math.Max(box.Top, clip.Top); row < Math.Min(box.Bottom, clip.Bottom); row++)
        {
            var from = bitmap.Row((int)((row - box.Top + 0.5) * bitmap.Height / (box.Bottom - box.Top)));
            var to = Bitmap.Row(row);
            for (var column = Math.Max(box.Left, clip.Left); column < Math.Min(box.Right, clip.Right); column++)
                from.Slice(columns[column - box.Left], 3).CopyTo(to[(3 * column)..]);
        }
    }

    public void Clip(double x, double y, double width, double height)
    {
        var box = Snap(x, y, width, height);
        clip = new(Math.Max(box.Left, 0), Math.Max(box.Top, 0), Math.Min(box.Right, whole.Right), Math.Min(box.Bottom, whole.Bottom));
    }

    public void Unclip() => clip = whole;

    // A line of one CSS pixel keeps its width wherever it falls.
    PixelBox Snap(double x, double y, double width, double height)
    {
        int left = Round(x), top = Round(y);
        var right = width * scale <= 4 ? left + Math.Max(1, Round(width)) : Round(x + width);
        var bottom = height * scale <= 4 ? top + Math.Max(1, Round(height)) : Round(y + height);
        return new(left, top, right, bottom);
    }

    int Round(double length) => (int)Math.Round(length * scale);

    Point[] Scaled(ReadOnlySpan<Point> points)
    {
        var scaled = new Point[points.Length];
        for (var index = 0; index < points.Length; index++) scaled[index] = new(points[index].X * scale, points[index].Y * scale);
        return scaled;
    }
}
