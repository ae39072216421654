using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Plots;

/// <summary>Marching squares (Lorensen and Cline's cubes in the plane, 1987): lines where a table crosses a level.</summary>
static class Contours
{
    // For the corners that reach the level (8 top left, 4 top right, 2 bottom right, 1 bottom left) the edges that a line
    // enters and leaves by, with the higher side on its right: 0 top, 1 right, 2 bottom, 3 left.
    static readonly (int From, int To)[][] Lines =
    [
        [], [(3, 2)], [(2, 1)], [(3, 1)], [(1, 0)], [], [(2, 0)], [(3, 0)],
        [(0, 3)], [(0, 2)], [], [(0, 1)], [(1, 3)], [(1, 2)], [(2, 3)], [],
    ];

    /// <summary>
    /// The lines of a level in units of columns and rows. Closed lines bound what reaches the level, the border of the
    /// table included; open ones stop at the border. What is not a number counts as below.
    /// </summary>
    public static Outline At(Matrix z, double level, bool closed)
    {
        var margin = closed ? 1 : 0;
        var next = new Dictionary<long, long>();
        double Value(int row, int column) => row < 0 || column < 0 || row >= z.Rows || column >= z.Columns || double.IsNaN(z[row, column]) ? double.NegativeInfinity : z[row, column];
        for (var row = -margin; row < z.Rows - 1 + margin; row++)
            for (var column = -margin; column < z.Columns - 1 + margin; column++)
            {
                double a = Value(row, column), b = Value(row, column + 1), c = Value(row + 1, column + 1), d = Value(row + 1, column);
                var corners = (a >= level ? 8 : 0) | (b >= level ? 4 : 0) | (c >= level ? 2 : 0) | (d >= level ? 1 : 0);
                var joined = corners is 5 or 10 && (a + b + c + d) / 4 >= level;
                (int From, int To)[] lines = corners switch
                {
                    5 => joined ? [(3, 0), (1, 2)] : [(3, 2), (1, 0)],
                    10 => joined ? [(0, 1), (2, 3)] : [(0, 3), (2, 1)],
                    _ => Lines[corners],
                };
                foreach (var (from, to) in lines) next[Edge(row, column, from)] = Edge(row, column, to);
            }

        var outline = new Outline();
        var ends = next.Values.ToHashSet();
        foreach (var start in next.Keys.Where(edge => !ends.Contains(edge)).ToList()) Follow(start, false);
        while (next.Count > 0) Follow(next.Keys.First(), true);
        return outline;

        void Follow(long start, bool loop)
        {
            var point = Crossing(start);
            outline.MoveTo(point.X, point.Y);
            for (var edge = start; next.Remove(edge, out var following) && (!loop || following != start); edge = following)
            {
                point = Crossing(following);
                outline.LineTo(point.X, point.Y);
            }
            if (loop) outline.Close();
        }

        Point Crossing(long edge)
        {
            var (row, column, upright) = ((int)(edge >> 33) - 1, (int)(edge >> 1 & 0xFFFFFFFF) - 1, (edge & 1) == 1);
            var (first, second) = (Value(row, column), upright ? Value(row + 1, column) : Value(row, column + 1));
            var share = double.IsInfinity(first) ? 1 : double.IsInfinity(second) ? 0 : (level - first) / (second - first);
            return upright ? new(column, row + share) : new(column + share, row);
        }
    }

    // An edge belongs to the node above or left of it: its row, its column, and whether it goes down.
    static long Edge(int row, int column, int side)
    {
        var (r, c, upright) = side switch
        {
            0 => (row, column, 0L),
            1 => (row, column + 1, 1L),
            2 => (row + 1, column, 0L),
            _ => (row, column, 1L),
        };
        return (long)(r + 1) << 33 | (long)(c + 1) << 1 | upright;
    }
}
