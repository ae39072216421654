namespace GenerativeCourse.Figures.Plots;

/// <summary>Thins a curve that has far more points than a screen has columns, without a visible change.</summary>
static class Thinning
{
    /// <summary>Keeps, of each run of points, its first, lowest, highest and last: peaks stay (Jugel et al., M4, 2014).</summary>
    public static (double[] X, double[] Y) Keep(double[] x, double[] y, int limit)
    {
        if (x.Length <= limit) return (x, y);
        var runs = limit / 4;
        var kept = new SortedSet<int>();
        for (var run = 0; run < runs; run++)
        {
            int from = (int)((long)x.Length * run / runs), to = (int)((long)x.Length * (run + 1) / runs) - 1;
            int lowest = from, highest = from;
            for (var index = from; index <= to; index++)
            {
                if (!double.IsFinite(y[index])) kept.Add(index);
                else if (!(y[lowest] <= y[index])) lowest = index;
                if (y[index] > y[highest] || double.IsNaN(y[highest])) highest = index;
            }
            kept.UnionWith([from, lowest, highest, to]);
        }
        return ([.. kept.Select(index => x[index])], [.. kept.Select(index => y[index])]);
    }
}
