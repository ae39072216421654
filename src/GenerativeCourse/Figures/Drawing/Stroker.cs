using System.Runtime.InteropServices;

namespace GenerativeCourse.Figures.Drawing;

/// <summary>Turns lines into the outlines of their strokes: round joins, flat ends, dashes.</summary>
sealed class Stroker
{
    readonly List<Point> outline = [];
    readonly List<Point> line = [];

    /// <summary>Adds the stroke of a polyline of the given width to the coverage.</summary>
    public void Stroke(ReadOnlySpan<Point> points, bool closed, double width, Coverage coverage, in PixelBox clip)
    {
        line.Clear();
        foreach (var point in points)
            if (line.Count == 0 || Distance(line[^1], point) > 0.01)
                line.Add(point);
        if (closed && line.Count > 1 && Distance(line[^1], line[0]) <= 0.01) line.RemoveAt(line.Count - 1);
        if (line.Count < 2) return;
        var half = width / 2;
        outline.Clear();
        if (closed && line.Count > 2)
        {
            Side(half, forward: true, closed: true);
            coverage.Add(CollectionsMarshal.AsSpan(outline), clip);
            outline.Clear();
            Side(half, forward: false, closed: true);
        }
        else
        {
            Side(half, forward: true, closed: false);
            Side(half, forward: false, closed: false);
        }
        coverage.Add(CollectionsMarshal.AsSpan(outline), clip);
    }

    /// <summary>Cuts a polyline into dashes: lengths on, off, on, off.</summary>
    public static IEnumerable<Point[]> Dashes(Point[] points, double[] pattern)
    {
        var (at, left, on) = (0, pattern[0], true);
        var dash = new List<Point> { points[0] };
        for (var index = 1; index < points.Length; index++)
        {
            var (from, to) = (points[index - 1], points[index]);
            var rest = Distance(from, to);
            while (rest > left)
            {
                var share = left / rest;
                from = new(from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share);
                rest -= left;
                dash.Add(from);
                if (on) yield return [.. dash];
                dash.Clear();
                dash.Add(from);
                at = (at + 1) % pattern.Length;
                (left, on) = (pattern[at], !on);
            }
            left -= rest;
            dash.Add(to);
        }
        if (on && dash.Count > 1) yield return [.. dash];
    }

    // One side of the stroke; going back along the line gives the other.
    void Side(double half, bool forward, bool closed)
    {
        var count = line.Count;
        Point At(int index) => line[forward ? (index + count) % count : (2 * count - 1 - index) % count];
        var segments = closed ? count : count - 1;
        for (var segment = 0; segment < segments; segment++)
        {
            Point from = At(segment), to = At(segment + 1);
            var normal = Normal(from, to, half);
            outline.Add(new(from.X + normal.X, from.Y + normal.Y));
            outline.Add(new(to.X + normal.X, to.Y + normal.Y));
            if (segment + 1 < segments || closed) Join(to, normal, Normal(to, At(segment + 2), half), half);
        }
    }

    void Join(Point corner, Point before, Point after, double half)
    {
        var cross = before.X * after.Y - before.Y * after.X;
        var dot = before.X * after.X + before.Y * after.Y;
        // On the inner side the outline passes through the corner, so that what overlaps winds the same way.
        if (cross < 0)
        {
            if (dot < 0.9 * half * half) outline.Add(corner);
            return;
        }
        var angle = Math.Atan2(cross, dot);
        var steps = (int)(angle / 0.4);
        for (var step = 1; step <= steps; step++)
        {
            var (sin, cos) = Math.SinCos(angle * step / (steps + 1));
            outline.Add(new(corner.X + before.X * cos - before.Y * sin, corner.Y + before.X * sin + before.Y * cos));
        }
    }

    static Point Normal(Point from, Point to, double half)
    {
        var length = Distance(from, to);
        return new((to.Y - from.Y) / length * half, -(to.X - from.X) / length * half);
    }

    static double Distance(Point a, Point b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}
