namespace GenerativeCourse.Figures.Plots;

/// <summary>Counts values in bins of equal width.</summary>
static class Binning
{
    /// <summary>
    /// Edges and counts; bins are those of another histogram, carried on, where its edges are given. Else the number of bins follows Freedman and Diaconis (1981) within 10 to 60
    /// where it is not given.
    /// </summary>
    public static (double[] Edges, double[] Heights) Count(double[] values, int? bins, (double Low, double High)? range, bool density, double[]? like = null)
    {
        var finite = values.Where(double.IsFinite).Order().ToArray();
        if (finite.Length == 0) throw new ArgumentException("A histogram needs at least one finite value; none was given.");
        var (low, high) = range ?? (finite[0], finite[^1]);
        if (low == high) (low, high) = (low - 0.5, high + 0.5);
        var count = bins ?? Suggest(finite, high - low);
        if (like is not null && like[1] - like[0] is var same && (high - low) / same < 500)
        {
            (low, high) = (like[0] + Math.Floor((low - like[0]) / same) * same, like[0] + Math.Ceiling((high - like[0]) / same) * same);
            count = Math.Max(1, (int)Math.Round((high - low) / same));
        }
        var heights = new double[count];
        foreach (var value in finite)
            if (value >= low && value <= high)
                heights[Math.Min(count - 1, (int)((value - low) / (high - low) * count))]++;
        var width = (high - low) / count;
        if (density)
            for (var bin = 0; bin < count; bin++)
                heights[bin] /= finite.Length * width;
        return ([.. Enumerable.Range(0, count + 1).Select(edge => low + edge * width)], heights);
    }

    static int Suggest(double[] sorted, double span)
    {
        var spread = sorted[(int)(0.75 * (sorted.Length - 1))] - sorted[(int)(0.25 * (sorted.Length - 1))];
        var width = 2 * spread / Math.Cbrt(sorted.Length);
        return width > 0 ? (int)Math.Clamp(Math.Ceiling(span / width), 10, 60) : 20;
    }
}
