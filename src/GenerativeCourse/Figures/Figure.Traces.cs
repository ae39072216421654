using GenerativeCourse.Figures.Drawing;
using GenerativeCourse.Figures.Plots;

namespace GenerativeCourse.Figures;

public sealed partial class Figure
{
    static readonly Mark[] ClassMarks = [Mark.Circle, Mark.Triangle, Mark.Cross, Mark.Square, Mark.Diamond];

    /// <summary>A line through points (x, y); <paramref name="spread"/> adds a band from y − spread to y + spread.</summary>
    public Figure Line(Numbers x, Numbers y, string? name = null, Rgb? color = null, Dash dash = Dash.Solid, double width = 2, Numbers spread = default)
    {
        Same(x, y, "x", "y");
        var ink = color ?? Axes.NextColor();
        if (spread.Count > 0)
        {
            Same(y, spread, "y", "spread");
            Axes.Traces.Add(new BandTrace(x, Numbers.From(y.Zip(spread, (a, b) => a - b)), Numbers.From(y.Zip(spread, (a, b) => a + b))) { Color = ink });
        }
        var broken = color is null && Axes.Repeats && dash == Dash.Solid ? Dash.Dashed : dash;
        return Add(new LineTrace(x, y) { Name = name, Color = ink, Dash = broken, Width = width });
    }

    /// <summary>A line through y at x = 0, 1, 2, …</summary>
    public Figure Line(Numbers y, string? name = null, Rgb? color = null, Dash dash = Dash.Solid, double width = 2, Numbers spread = default) =>
        Line(Numbers.Count0(y.Count), y, name, color, dash, width, spread);

    /// <summary>The curve of a function from one x to another.</summary>
    public Figure Line(Func<double, double> function, double from, double to, string? name = null, Rgb? color = null, Dash dash = Dash.Solid, double width = 2)
    {
        var (log, steps) = (Axes.X.Log, 240);
        var x = Enumerable.Range(0, steps + 1).Select(i => log ? from * Math.Pow(to / from, (double)i / steps) : from + (to - from) * i / steps).ToArray();
        return Line(x, Numbers.From(x.Select(function)), name, color, dash, width);
    }

    /// <summary>The area between two curves over x.</summary>
    public Figure Band(Numbers x, Numbers lower, Numbers upper, string? name = null, Rgb? color = null)
    {
        Same(x, lower, "x", "lower");
        Same(x, upper, "x", "upper");
        return Add(new BandTrace(x, lower, upper) { Name = name, Color = color ?? Axes.NextColor() });
    }

    /// <summary>Points (x, y); opacity in (0, 1] lets dense places show.</summary>
    public Figure Scatter(Numbers x, Numbers y, string? name = null, Rgb? color = null, double size = 6, double opacity = 1)
    {
        Same(x, y, "x", "y");
        return Add(new PointsTrace(x, y) { Name = name, Color = color ?? Axes.NextColor(), Size = size, Opacity = opacity });
    }

    /// <summary>Points from a table of shape (N, 2).</summary>
    public Figure Scatter(Matrix points, string? name = null, Rgb? color = null, double size = 6, double opacity = 1)
    {
        Two(points);
        return Scatter(points.Column(0), points.Column(1), name, color, size, opacity);
    }

    /// <summary>Points coloured by a number each, explained by a colour bar.</summary>
    public Figure ScatterByValue(Numbers x, Numbers y, Numbers values, string? label = null, ColorMap? colors = null, double size = 6, double opacity = 1)
    {
        Same(x, y, "x", "y");
        Same(x, values, "x", "values");
        var finite = values.Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var (low, high) = (finite.Min(), finite.Max());
        return Add(new PointsTrace(x, y) { Values = values, ValueColors = new(colors ?? ColorMap.Viridis, low, high > low ? high : low + 1, label), Size = size, Opacity = opacity });
    }

    /// <summary>
    /// Points (x, y) in a colour for each class, 0, 1, 2, …, ten of them, and another mark for every five classes; with
    /// <paramref name="direct"/> a class's name stands at the median of its points, so that no reader depends on colours
    /// alone, and without it in the legend.
    /// </summary>
    public Figure ScatterByClass(Numbers x, Numbers y, Numbers classes, IReadOnlyList<string>? names = null, double size = 5, double opacity = 0.7, bool direct = true)
    {
        Same(x, y, "x", "y");
        Same(x, classes, "x", "classes");
        var labels = new List<(double X, double Y, string Name)>();
        foreach (var group in Enumerable.Range(0, x.Count).GroupBy(index => (int)classes[index]).OrderBy(group => group.Key))
        {
            if (group.Key < 0) throw new ArgumentException($"Class {group.Key} is negative; classes are 0, 1, 2, …");
            if (names is not null && group.Key >= names.Count) throw new ArgumentException($"Class {group.Key} has no name; {names.Count} names were given.");
            var name = names?[group.Key] ?? $"{group.Key}";
            var (xs, ys) = (Numbers.From(group.Select(index => x[index])), Numbers.From(group.Select(index => y[index])));
            Add(new PointsTrace(xs, ys) { Name = name, ListInLegend = !direct, Color = Theme.Series[group.Key % Theme.Series.Count], Size = size, Opacity = opacity, Mark = ClassMarks[group.Key / 5 % ClassMarks.Length] });
            labels.Add((Median(xs), Median(ys), name));
        }
        return direct ? With(() => Axes.Traces.AddRange(Apart(labels, Axes.Ranges()).Select(label => new NoteTrace(label.X, label.Y, label.Name) { Bold = true }))) : this;
    }

    /// <summary>Points of a table of shape (N, 2) in a colour for each class.</summary>
    public Figure ScatterByClass(Matrix points, Numbers classes, IReadOnlyList<string>? names = null, double size = 5, double opacity = 0.7, bool direct = true)
    {
        Two(points);
        return ScatterByClass(points.Column(0), points.Column(1), classes, names, size, opacity, direct);
    }

    /// <summary>
    /// Counts of values in bins of equal width, or with <paramref name="density"/> their share per unit of x, so that the
    /// area is 1. Several in a figure are drawn over each other, half transparent, in bins as wide as those of the first.
    /// </summary>
    public Figure Histogram(Numbers values, string? name = null, int? bins = null, (double Low, double High)? range = null, bool density = false, Rgb? color = null)
    {
        if (bins < 1) throw new ArgumentOutOfRangeException(nameof(bins), $"{bins} bins count nothing; give 1 or more.");
        var first = bins is null && range is null ? Axes.Traces.OfType<HistogramTrace>().FirstOrDefault()?.Edges : null;
        var (edges, heights) = Binning.Count(values.Values, bins, range, density, first);
        return Add(new HistogramTrace(edges, heights, values.Count, density) { Name = name, Color = color ?? Axes.NextColor() });
    }

    /// <summary>A bar for each name; called again it adds bars beside the first. Errors are half the length of an error bar.</summary>
    public Figure Bar(IReadOnlyList<string> names, Numbers heights, string? name = null, Numbers errors = default, Rgb? color = null, bool showValues = false)
    {
        if (names.Count != heights.Count) throw new ArgumentException($"{heights.Count} heights were given for {names.Count} names; give one for each.");
        if (errors.Count > 0) Same(heights, errors, "heights", "errors");
        if (Axes.X.Categories is { } known && !known.SequenceEqual(names)) throw new ArgumentException($"These bars are named {string.Join(", ", names)}, those before {string.Join(", ", known)}; bars side by side have the same names.");
        Axes.X.Categories = [.. names];
        return Add(new BarTrace(names, heights, errors, showValues) { Name = name, Color = color ?? Axes.NextColor() });
    }

    /// <summary>
    /// A table (rows: y, columns: x) as coloured boxes; x and y are the middles of the boxes, by default 0, 1, 2, …
    /// The colours reach from <paramref name="low"/> to <paramref name="high"/>, by default over all numbers.
    /// </summary>
    public Figure HeatMap(Matrix z, Numbers x = default, Numbers y = default, ColorMap? colors = null, double? low = null, double? high = null, string? label = null, bool showValues = false, bool colorBar = true)
    {
        var (xs, ys) = Grid(z, x, y, 1);
        return Add(new HeatMapTrace(z, xs, ys, ScaleOf(z, colors, low, high, label), showValues, colorBar));
    }

    /// <summary>A confusion matrix (rows: the truth, from the top; columns: the prediction) with its counts.</summary>
    public Figure Confusion(Matrix counts, IReadOnlyList<string>? names = null)
    {
        if (counts.Rows != counts.Columns) throw new ArgumentException($"A confusion matrix is square, not {counts.Rows} × {counts.Columns}.");
        var labels = names ?? [.. Enumerable.Range(0, counts.Rows).Select(n => $"{n}")];
        if (labels.Count != counts.Rows) throw new ArgumentException($"{labels.Count} names were given for {counts.Rows} classes; give one for each.");
        Axes.X.Label ??= "predicted";
        Axes.Y.Label ??= "true";
        Axes.X.Ticks = TicksOf(Numbers.Count0(counts.Rows), labels);
        Axes.Y.Ticks = TicksOf(Numbers.Count0(counts.Rows), labels);
        Axes.Equal = true;
        return ReverseY().HeatMap(counts, colors: ColorMap.Blues, showValues: true);
    }

    /// <summary>
    /// Lines of equal height of a table (rows: y, columns: x) at about <paramref name="levels"/> round levels, over coloured
    /// bands; with <paramref name="filled"/> false the lines alone, in <paramref name="color"/> or in the map's colours.
    /// </summary>
    public Figure Contour(Matrix z, Numbers x = default, Numbers y = default, int levels = 10, bool filled = true, string? name = null, ColorMap? colors = null, Rgb? color = null, string? label = null)
    {
        var (xs, ys) = Grid(z, x, y, 2);
        var (low, high) = z.Extent();
        if (low == high) throw new ArgumentException($"Every number of the table is {low}; a contour needs differences.");
        var step = Ticks.Step(low, high, levels);
        var first = Math.Floor(low / step) + 1;
        // A level that all but touches the highest number would draw a dot.
        var places = Enumerable.Range(0, Math.Max(1, (int)Math.Ceiling(high / step - 0.05) - (int)first)).Select(i => (first + i) * step).ToArray();
        var scale = new ColorScale(colors ?? ColorMap.Viridis, places[0] - step, places[^1] + step, label) { Bands = filled ? places : [] };
        return Add(new ContourTrace(z, xs, ys, places, scale, filled) { Name = name, OneColor = color is not null, Color = color ?? Theme.Ink });
    }

    /// <summary>A straight line across the figure at a y, with a word at its end: a baseline, a bound.</summary>
    public Figure HorizontalLine(double y, string? label = null, Rgb? color = null, Dash dash = Dash.Dashed) =>
        Add(new RuleTrace(y, false, label) { Color = color ?? Theme.SoftInk, Dash = dash });

    /// <summary>A straight line across the figure at an x, with a word at its top.</summary>
    public Figure VerticalLine(double x, string? label = null, Rgb? color = null, Dash dash = Dash.Dashed) =>
        Add(new RuleTrace(x, true, label) { Color = color ?? Theme.SoftInk, Dash = dash });

    /// <summary>Words centred at a point of the data; "\n" breaks the line.</summary>
    public Figure Note(double x, double y, string text) => Add(new NoteTrace(x, y, text));

    Figure Add(Trace trace) => With(() => Axes.Traces.Add(trace));

    (Numbers X, Numbers Y) Grid(Matrix z, Numbers x, Numbers y, int least)
    {
        if (z.Rows < least || z.Columns < least) throw new ArgumentException($"A table of {z.Rows} × {z.Columns} is too small to draw; it needs {least} × {least} or more.");
        if (x.Count > 0 && x.Count != z.Columns) throw new ArgumentException($"{x.Count} x were given for {z.Columns} columns; give one for each.");
        if (y.Count > 0 && y.Count != z.Rows) throw new ArgumentException($"{y.Count} y were given for {z.Rows} rows; give one for each.");
        if (Axes.X.Log || Axes.Y.Log) throw new InvalidOperationException("A table is drawn on linear axes; give logarithms as x or y instead.");
        return (x.Count > 0 ? x : Numbers.Count0(z.Columns), y.Count > 0 ? y : Numbers.Count0(z.Rows));
    }

    static ColorScale ScaleOf(Matrix z, ColorMap? colors, double? low, double? high, string? label)
    {
        var extent = z.Extent();
        var (from, to) = (low ?? extent.Low, high ?? extent.High);
        return new(colors ?? ColorMap.Viridis, from, to > from ? to : from + 1, label);
    }

    // Names whose classes lie on each other are pushed apart until each can be read.
    static List<(double X, double Y, string Name)> Apart(List<(double X, double Y, string Name)> labels, ((double Low, double High) X, (double Low, double High) Y) ranges)
    {
        const double Room = 0.035;
        double width = ranges.X.High - ranges.X.Low, height = ranges.Y.High - ranges.Y.Low;
        for (var round = 0; round < 50; round++)
            for (var i = 0; i < labels.Count; i++)
                for (var j = 0; j < i; j++)
                {
                    var (a, b) = (labels[i], labels[j]);
                    double x = (a.X - b.X) / width, y = (a.Y - b.Y) / height, distance = Math.Sqrt(x * x + y * y);
                    if (!(distance < Room)) continue;
                    var (dx, dy) = distance > 1e-6 ? (x / distance, y / distance) : (1, 0);
                    double push = (Room - distance) / 2;
                    labels[i] = a with { X = a.X + push * dx * width, Y = a.Y + push * dy * height };
                    labels[j] = b with { X = b.X - push * dx * width, Y = b.Y - push * dy * height };
                }
        return labels;
    }

    static void Same(Numbers a, Numbers b, string first, string second)
    {
        if (a.Count != b.Count) throw new ArgumentException($"{first} has {a.Count} numbers and {second} has {b.Count}; they must have as many.");
    }

    static void Two(Matrix points)
    {
        if (points.Columns != 2) throw new ArgumentException($"Points are a table of shape (N, 2), not ({points.Rows}, {points.Columns}).");
    }

    static double Median(Numbers values)
    {
        var sorted = values.Where(double.IsFinite).Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[sorted.Length / 2];
    }
}
