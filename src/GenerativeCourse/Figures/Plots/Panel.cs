namespace GenerativeCourse.Figures.Plots;

/// <summary>One pair of axes and what is drawn in it.</summary>
sealed class Panel
{
    public string? Title { get; private init; }

    public Axis X { get; init; } = new();

    public Axis Y { get; init; } = new();

    public List<Trace> Traces { get; } = [];

    /// <summary>Whether one unit is as long along x as along y.</summary>
    public bool Equal { get; set; }

    /// <summary>The same drawing under a title, with axes of its own.</summary>
    public Panel Copy(string? title)
    {
        var copy = new Panel { Title = title, X = X.Copy(), Y = Y.Copy(), Equal = Equal, Legend = Legend };
        copy.Traces.AddRange(Traces);
        return copy;
    }

    public bool Legend { get; set; } = true;

    /// <summary>The next colour of the palette.</summary>
    public Rgb NextColor() => Theme.Series[Colored++ % Theme.Series.Count];

    /// <summary>Whether the palette has been used up, so that lines need another way to differ.</summary>
    public bool Repeats => Colored > Theme.Series.Count;

    int Colored { get; set; }

    /// <summary>What is drawn, from the ground up: areas lie below lines.</summary>
    public IEnumerable<Trace> FromBelow => Traces.OrderBy(trace => trace is BandTrace ? 1 : trace is HeatMapTrace or ContourTrace ? 0 : 2);

    public IEnumerable<Trace> LegendEntries => Legend ? Traces.Where(trace => trace.InLegend) : [];

    public ColorScale? ColorBar => Traces.Select(trace => trace.Colors).FirstOrDefault(colors => colors is not null);

    /// <summary>The ranges of the axes: as asked for, else from the data.</summary>
    public (Extent X, Extent Y) Measure()
    {
        var bars = Traces.OfType<BarTrace>().ToArray();
        for (var index = 0; index < bars.Length; index++) bars[index].Slot = (index, bars.Length);
        var histograms = Traces.OfType<HistogramTrace>().ToArray();
        foreach (var histogram in histograms) histogram.Alone = histograms.Length == 1;
        var (x, y) = (new Extent(X.Log), new Extent(Y.Log));
        foreach (var trace in Traces) trace.Measure(x, y);
        return (x, y);
    }

    public ((double Low, double High) X, (double Low, double High) Y) Ranges()
    {
        var (x, y) = Measure();
        return (X.Range ?? x.Range(), Y.Range ?? y.Range());
    }
}
