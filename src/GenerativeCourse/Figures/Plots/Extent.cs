namespace GenerativeCourse.Figures.Plots;

/// <summary>The range that the data of an axis take, and on which side a margin belongs.</summary>
sealed class Extent(bool log)
{
    double low = double.PositiveInfinity, high = double.NegativeInfinity;
    double pinnedLow = double.PositiveInfinity, pinnedHigh = double.NegativeInfinity;

    /// <summary>Whether all that was taken in are whole numbers, so that ticks between them would mean nothing.</summary>
    public bool Whole { get; private set; } = true;

    /// <summary>Takes numbers in; those that the axis cannot show are left out.</summary>
    public void Include(IEnumerable<double> values)
    {
        foreach (var value in values) Include(value);
    }

    public void Include(double value)
    {
        if (!Shows(value)) return;
        Reach(value);
        Whole &= value == Math.Floor(value);
    }

    void Reach(double value) => (low, high) = (Math.Min(low, value), Math.Max(high, value));

    /// <summary>Takes in a number beyond which the axis needs no margin, such as the foot of a bar.</summary>
    public void Pin(double value)
    {
        if (!Shows(value)) return;
        Reach(value);
        (pinnedLow, pinnedHigh) = (Math.Min(pinnedLow, value), Math.Max(pinnedHigh, value));
    }

    /// <summary>The range of the axis, with a margin of a twentieth where nothing is pinned.</summary>
    public (double Low, double High) Range()
    {
        if (low > high) return log ? (1, 10) : (0, 1);
        if (low == high) return log ? (low / 2, high * 2) : low == 0 ? (-1, 1) : (low - Math.Abs(low) / 2, high + Math.Abs(high) / 2);
        var (from, to) = log ? (Math.Log10(low), Math.Log10(high)) : (low, high);
        var margin = (to - from) / 20;
        if (pinnedLow > low) from -= margin;
        if (pinnedHigh < high) to += margin;
        return log ? (Math.Pow(10, from), Math.Pow(10, to)) : (from, to);
    }

    bool Shows(double value) => double.IsFinite(value) && (!log || value > 0);
}
