namespace GenerativeCourse.Figures.Drawing;

/// <summary>Leaves out points that a polyline does not need (Douglas and Peucker, 1973).</summary>
static class Simplify
{
    /// <summary>The points that remain so that no other lies further than <paramref name="tolerance"/> from the line.</summary>
    public static List<Point> Keep(ReadOnlySpan<Point> points, double tolerance)
    {
        if (points.Length < 3) return [.. points];
        var kept = new bool[points.Length];
        (kept[0], kept[^1]) = (true, true);
        var open = new Stack<(int From, int To)>();
        open.Push((0, points.Length - 1));
        while (open.TryPop(out var part))
        {
            var (furthest, distance) = (-1, tolerance);
            for (var index = part.From + 1; index < part.To; index++)
                if (Distance(points[index], points[part.From], points[part.To]) is var d && d > distance)
                    (furthest, distance) = (index, d);
            if (furthest < 0) continue;
            kept[furthest] = true;
            open.Push((part.From, furthest));
            open.Push((furthest, part.To));
        }
        var result = new List<Point>();
        for (var index = 0; index < kept.Length; index++)
            if (kept[index])
                result.Add(points[index]);
        return result;
    }

    static double Distance(Point point, Point from, Point to)
    {
        double x = to.X - from.X, y = to.Y - from.Y, length = x * x + y * y;
        var share = length == 0 ? 0 : Math.Clamp(((point.X - from.X) * x + (point.Y - from.Y) * y) / length, 0, 1);
        var (dx, dy) = (point.X - from.X - share * x, point.Y - from.Y - share * y);
        return Math.Sqrt(dx * dx + dy * dy);
    }
}
