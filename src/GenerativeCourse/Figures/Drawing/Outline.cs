using System.Runtime.InteropServices;

namespace GenerativeCourse.Figures.Drawing;

/// <summary>A point of the plane, x to the right and y down.</summary>
readonly record struct Point(double X, double Y);

/// <summary>Polylines, open or closed; curves are flattened as they are added.</summary>
sealed class Outline
{
    readonly List<Point> points = [];
    readonly List<(int Start, bool Closed)> parts = [];

    public int Parts => parts.Count;

    public ReadOnlySpan<Point> Part(int index)
    {
        var start = parts[index].Start;
        var end = index + 1 < parts.Count ? parts[index + 1].Start : points.Count;
        return CollectionsMarshal.AsSpan(points)[start..end];
    }

    public bool IsClosed(int index) => parts[index].Closed;

    public Outline MoveTo(double x, double y)
    {
        parts.Add((points.Count, false));
        points.Add(new(x, y));
        return this;
    }

    public Outline LineTo(double x, double y)
    {
        points.Add(new(x, y));
        return this;
    }

    /// <summary>A quadratic Bezier curve from the last point, in <paramref name="steps"/> straight steps.</summary>
    public Outline CurveTo(Point control, Point end, int steps)
    {
        var start = points[^1];
        for (var step = 1; step <= steps; step++)
        {
            double t = (double)step / steps, u = 1 - t;
            points.Add(new(
                u * u * start.X + 2 * u * t * control.X + t * t * end.X,
                u * u * start.Y + 2 * u * t * control.Y + t * t * end.Y));
        }
        return this;
    }

    public Outline Close()
    {
        parts[^1] = (parts[^1].Start, true);
        return this;
    }

    public Outline Circle(double x, double y, double radius, int sides)
    {
        MoveTo(x + radius, y);
        for (var side = 1; side < sides; side++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * side / sides);
            LineTo(x + radius * cos, y + radius * sin);
        }
        return Close();
    }

    public static Outline Polyline(ReadOnlySpan<Point> line, bool closed = false)
    {
        var outline = new Outline();
        outline.parts.Add((0, closed));
        outline.points.AddRange(line);
        return outline;
    }
}
