using GenerativeCourse.Figures.Display;
using GenerativeCourse.Figures.Plots;

namespace GenerativeCourse.Figures;

/// <summary>
/// A figure: axes, and what methods such as <see cref="Line(Numbers, Numbers, string, Rgb?, Dash, double, Numbers)"/> add to them, in order.
/// It shows itself as a Plotly figure, as a picture and as a line of text; lengths are CSS pixels.
/// </summary>
[TypeFormatterSource(typeof(FigureFormatters), PreferredMimeTypes = ["application/vnd.plotly.v1+json", "text/html", "image/png", "text/plain"])]
public sealed partial class Figure : IPicture
{
    readonly List<Panel> panels;
    readonly int columns = 1;
    IReadOnlyList<(string Label, Panel Panel)> frames = [];
    string frameName = "";

    /// <summary>Empty axes with a title and the words beside the axes.</summary>
    public Figure(string? title = null, string? x = null, string? y = null)
    {
        Heading = title;
        panels = [new Panel { X = new() { Label = x }, Y = new() { Label = y } }];
    }

    Figure(string? title, List<Panel> panels, int columns)
    {
        (Heading, this.panels, this.columns) = (title, panels, columns);
        var rows = (panels.Count + columns - 1) / columns;
        var width = columns <= 2 ? 700 : 900;
        Given = (width, 40 + (int)(rows * Math.Min(360, 0.82 * width / columns)));
    }

    /// <summary>What the figure shows, for those who do not see it; null until <see cref="Alt"/> says it.</summary>
    public string? AltText { get; private set; }

    internal string? Heading { get; private set; }

    internal (int Width, int Height)? Given { get; private set; }

    internal (int Width, int Height) Measures => Given ?? (panels is [{ Equal: true } panel] ? FigurePlan.EqualSize(Heading, panel) : (700, 430));

    Panel Axes => panels.Count == 1 && frames.Count == 0
        ? panels[0]
        : throw new InvalidOperationException("This figure holds other figures; draw in those before they are put together.");

    /// <summary>Figures beside each other, from the left and the top, each with its title above it.</summary>
    public static Figure Grid(string? title, int columns, params IEnumerable<Figure> figures)
    {
        var all = figures.ToList();
        if (all.Count == 0) throw new ArgumentException("A grid needs at least one figure.", nameof(figures));
        if (columns < 1) throw new ArgumentOutOfRangeException(nameof(columns), $"{columns} columns hold no figure; give 1 or more.");
        return new(title, [.. all.Select(figure => figure.Axes.Copy(figure.Heading))], Math.Min(columns, all.Count));
    }

    /// <summary>
    /// A figure that a slider moves through, one frame for each label; the axes keep the range of all frames.
    /// As a still picture it shows up to six frames side by side. Each frame draws the same things in the same order.
    /// </summary>
    public static Figure Animation(string? title, string slider, params IEnumerable<(string Label, Figure Figure)> frames)
    {
        var all = frames.ToList();
        if (all.Count == 0) throw new ArgumentException("An animation needs at least one frame.", nameof(frames));
        var first = all[0].Figure.Axes;
        foreach (var (label, figure) in all)
            if (!figure.Axes.Traces.Select(trace => trace.GetType()).SequenceEqual(first.Traces.Select(trace => trace.GetType())))
                throw new ArgumentException($"Frame \"{label}\" does not draw what frame \"{all[0].Label}\" draws; add the same kinds of things in the same order.", nameof(frames));
        var ranges = all.Select(frame => frame.Figure.Axes.Ranges()).ToArray();
        var panels = all.Select(frame => (frame.Label, frame.Figure.Axes.Copy(null))).ToList();
        foreach (var (_, panel) in panels)
        {
            panel.X.Range ??= (ranges.Min(range => range.X.Low), ranges.Max(range => range.X.High));
            panel.Y.Range ??= (ranges.Min(range => range.Y.Low), ranges.Max(range => range.Y.High));
        }
        return new Figure(title, [panels[0].Item2], 1) { frames = panels, frameName = slider, Given = first.Equal ? null : (700, 430) };
    }

    /// <summary>Says in words what the figure shows; every figure in a lecture has it.</summary>
    public Figure Alt(string text) => With(() => AltText = text);

    /// <summary>The size in CSS pixels; 700 by 430 unless it is set.</summary>
    public Figure Size(int width, int height) => width < 200 || height < 150
        ? throw new ArgumentOutOfRangeException(nameof(width), $"A figure of {width} × {height} has no room for its axes; give at least 200 × 150.")
        : With(() => Given = (width, height));

    /// <summary>Makes x logarithmic; numbers that are not above zero are left out.</summary>
    public Figure LogX() => With(() => Axes.X.Log = true);

    /// <summary>Makes y logarithmic; numbers that are not above zero are left out.</summary>
    public Figure LogY() => With(() => Axes.Y.Log = true);

    /// <summary>The range of x.</summary>
    public Figure XRange(double low, double high) => With(() => Axes.X.Range = Checked(low, high, Axes.X.Log));

    /// <summary>The range of y.</summary>
    public Figure YRange(double low, double high) => With(() => Axes.Y.Range = Checked(low, high, Axes.Y.Log));

    /// <summary>The places of the ticks of x, and their texts where numbers will not do.</summary>
    public Figure XTicks(Numbers values, IEnumerable<string>? texts = null) => With(() => Axes.X.Ticks = TicksOf(values, texts));

    /// <summary>The places of the ticks of y, and their texts where numbers will not do.</summary>
    public Figure YTicks(Numbers values, IEnumerable<string>? texts = null) => With(() => Axes.Y.Ticks = TicksOf(values, texts));

    /// <summary>Lets y grow downwards, as the rows of a matrix do.</summary>
    public Figure ReverseY() => With(() => Axes.Y.Reversed = true);

    /// <summary>Makes a unit of x as long as a unit of y.</summary>
    public Figure EqualAspect() => With(() => Axes.Equal = true);

    /// <summary>Shows or hides the legend; it names what has a name.</summary>
    public Figure Legend(bool show) => With(() => Axes.Legend = show);

    Figure With(Action set)
    {
        set();
        png = null;
        return this;
    }

    static (double, double) Checked(double low, double high, bool log) =>
        !(low < high) || !double.IsFinite(high - low) ? throw new ArgumentException($"The range [{low}, {high}] is empty; low must be below high.")
        : log && low <= 0 ? throw new ArgumentException($"A logarithmic axis starts above zero, not at {low}.")
        : (low, high);

    static List<Tick> TicksOf(Numbers values, IEnumerable<string>? texts)
    {
        var given = texts?.ToArray();
        if (given is not null && given.Length != values.Count) throw new ArgumentException($"{given.Length} texts were given for {values.Count} ticks; give one for each.");
        return [.. values.Select((value, index) => new Tick(value, given?[index] ?? NumberText.Of(value)))];
    }
}
