namespace GenerativeCourse.Figures.Drawing;

/// <summary>
/// Accumulates the signed area that outlines cover in each pixel, and paints it: exact anti-aliasing in one pass.
/// Overlapping parts that wind the same way count once; a hole winds the other way.
/// </summary>
sealed class Coverage(int width, int height)
{
    // Sixteen shades of an edge look as smooth as 256 at twice the screen's density and keep pictures within a palette.
    const int Shades = 16;

    readonly int stride = width + 2;
    readonly float[] area = new float[(width + 2) * height];
    int top = int.MaxValue, bottom = -1, left = int.MaxValue, right = -1;

    /// <summary>Adds the closed outline of points; <paramref name="clip"/> bounds what can be painted (pixels).</summary>
    public void Add(ReadOnlySpan<Point> points, in PixelBox clip)
    {
        if (points.Length < 3) return;
        var from = points[^1];
        foreach (var to in points)
        {
            Edge((float)from.X, (float)from.Y, (float)to.X, (float)to.Y, clip);
            from = to;
        }
    }

    void Edge(float x0, float y0, float x1, float y1, in PixelBox clip)
    {
        if (y0 == y1) return;
        var sign = 1f;
        if (y0 > y1) (x0, y0, x1, y1, sign) = (x1, y1, x0, y0, -1f);
        if (y1 <= clip.Top || y0 >= clip.Bottom) return;
        var slope = (x1 - x0) / (y1 - y0);
        if (y0 < clip.Top) (x0, y0) = (x0 + slope * (clip.Top - y0), clip.Top);
        if (y1 > clip.Bottom) y1 = clip.Bottom;

        int first = (int)y0, last = Math.Min((int)MathF.Ceiling(y1), clip.Bottom) - 1;
        top = Math.Min(top, first);
        bottom = Math.Max(bottom, last);
        var x = x0;
        for (var row = first; row <= last; row++)
        {
            var span = Math.Min(row + 1, y1) - Math.Max(row, y0);
            var next = x + slope * span;
            Row(row * stride, Math.Clamp(Math.Min(x, next), clip.Left, clip.Right), Math.Clamp(Math.Max(x, next), clip.Left, clip.Right), sign * span);
            x = next;
        }
    }

    // What an edge between x0 and x1 within one row leaves in each pixel; the sum from the left gives the covered share.
    void Row(int start, float x0, float x1, float amount)
    {
        int first = (int)x0, last = (int)MathF.Ceiling(x1);
        left = Math.Min(left, first);
        right = Math.Max(right, Math.Max(last, first + 1));
        if (last <= first + 1)
        {
            var share = (x0 + x1) / 2 - first;
            area[start + first] += amount * (1 - share);
            area[start + first + 1] += amount * share;
            return;
        }
        var step = 1 / (x1 - x0);
        var head = 1 - (x0 - first);
        var a0 = step * head * head / 2;
        var tail = x1 - last + 1;
        var am = step * tail * tail / 2;
        area[start + first] += amount * a0;
        if (last == first + 2)
            area[start + first + 1] += amount * (1 - a0 - am);
        else
        {
            var a1 = step * (1.5f - (x0 - first));
            area[start + first + 1] += amount * (a1 - a0);
            for (var at = first + 2; at < last - 1; at++) area[start + at] += amount * step;
            var a2 = a1 + (last - first - 3) * step;
            area[start + last - 1] += amount * (1 - a2 - am);
        }
        area[start + last] += amount * am;
    }

    /// <summary>Paints what was added since the last call over the bitmap, and forgets it.</summary>
    public void Paint(Bitmap bitmap, Rgb color, double alpha)
    {
        Span<int> weights = stackalloc int[Shades + 1];
        for (var shade = 0; shade <= Shades; shade++) weights[shade] = (int)Math.Round(256 * alpha * shade / Shades);
        var end = Math.Min(right, width);
        for (var y = top; y <= bottom; y++)
        {
            var cells = area.AsSpan(y * stride, stride);
            var pixels = bitmap.Row(y);
            var sum = 0f;
            for (var x = left; x < end; x++)
            {
                if (cells[x] == 0 && MathF.Abs(sum) < 1e-3f)
                {
                    var skip = cells[x..end].IndexOfAnyExcept(0f);
                    if (skip < 0) break;
                    x += skip;
                }
                sum += cells[x];
                var weight = weights[(int)(MathF.Min(MathF.Abs(sum), 1) * Shades + 0.5f)];
                if (weight == 0) continue;
                var at = 3 * x;
                pixels[at] += (byte)((color.R - pixels[at]) * weight + 128 >> 8);
                pixels[at + 1] += (byte)((color.G - pixels[at + 1]) * weight + 128 >> 8);
                pixels[at + 2] += (byte)((color.B - pixels[at + 2]) * weight + 128 >> 8);
            }
            cells[Math.Max(left, 0)..Math.Min(right + 1, stride)].Clear();
        }
        (top, bottom, left, right) = (int.MaxValue, -1, int.MaxValue, -1);
    }
}

/// <summary>A box of whole pixels: left and top within, right and bottom without.</summary>
readonly record struct PixelBox(int Left, int Top, int Right, int Bottom);
