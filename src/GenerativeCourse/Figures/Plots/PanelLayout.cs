using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Plots;

/// <summary>Space around a panel's frame, in CSS pixels.</summary>
readonly record struct Margins(double Left, double Top, double Right, double Bottom)
{
    public Margins Union(Margins other) => new(Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}

/// <summary>Ticks, legend rows and margins of a panel of a given size: what must be known before anything is drawn.</summary>
sealed class PanelLayout
{
    public static readonly TextStyle TickText = new(11.5, Theme.SoftInk), LabelText = new(12.5, Theme.Ink), TitleText = new(13, Theme.Ink, Bold: true), LegendText = new(12, Theme.Ink);
    public const double LegendRow = 20, TickLine = 14;

    readonly (double Low, double High) xRange, yRange;

    public PanelLayout(Panel panel, double width, double height, bool legend = true)
    {
        Panel = panel;
        var (x, y) = panel.Measure();
        (xRange, yRange) = (panel.X.Range ?? x.Range(), panel.Y.Range ?? y.Range());
        YTicks = panel.Y.Categories is { } rows ? Named(rows) : panel.Y.Ticks?.ToList() ?? Choose(panel.Y.Log, yRange, Math.Max(2, (int)((height - 60) / 54)), y.Whole);
        var yWidth = YTicks.Select(tick => TickText.Width(tick.Text)).DefaultIfEmpty(0).Max();
        var left = Math.Ceiling(yWidth) + 10 + (panel.Y.Label is null ? 0 : 20);
        BarTicks = panel.ColorBar is { } colors ? Ticks.Linear(colors.Low, colors.High, Math.Clamp((int)((height - 100) / 50), 2, 6)) : [];
        var right = panel.ColorBar is null ? 6 : 12 + 14 + 8 + Math.Ceiling(BarTicks.Max(tick => TickText.Width(tick.Text))) + (panel.ColorBar.Label is null ? 2 : 20);
        var frameWidth = Math.Max(20, width - left - right);
        XTicks = panel.X.Categories is { } columns ? Named(columns) : panel.X.Ticks?.ToList() ?? Fitting(panel.X.Log, xRange, frameWidth, x.Whole);
        var slot = frameWidth / Math.Max(1, XTicks.Count) - 4;
        XLines = [.. XTicks.Select(tick => panel.X.Categories is null ? [tick.Text] : TickText.Wrap(tick.Text, slot))];
        XUpright = panel.X.Categories is not null && XLines.Any(lines => lines.Count > 3 || lines.Any(line => TickText.Width(line) > slot));
        if (XUpright) XLines = [.. XTicks.Select(tick => (List<string>)[TickText.Fit(tick.Text, height / 3)])];
        XHeight = XUpright ? XLines.Max(lines => TickText.Width(lines[0])) + 4 : TickLine * XLines.Select(lines => lines.Count).DefaultIfEmpty(1).Max();
        if (panel.ColorBar is null && panel.X.Categories is null && XTicks.LastOrDefault(tick => tick.Text.Length > 0) is { Text: not null } last)
            right = Math.Max(right, TickText.Width(last.Text) / 2 - (1 - Share(last.Value, xRange, panel.X.Log)) * frameWidth + 4);
        Legend = legend ? Rows(panel.LegendEntries, width - left - right) : [];
        var top = (panel.Title is null ? 4 : 24) + Legend.Count * LegendRow + (Legend.Count > 0 ? 4 : 0);
        var bottom = 6 + XHeight + (panel.X.Label is null ? 2 : 22);
        Margins = new(left, top, right, bottom);
    }

    public Panel Panel { get; }

    public Margins Margins { get; }

    public List<Tick> XTicks { get; }

    public List<Tick> YTicks { get; }

    public List<Tick> BarTicks { get; }

    /// <summary>The text of each x tick, broken into lines.</summary>
    public List<List<string>> XLines { get; }

    /// <summary>Whether the names along x, too long to stand beside each other, are turned.</summary>
    public bool XUpright { get; }

    /// <summary>The height that the texts along x take.</summary>
    public double XHeight { get; }

    public List<List<Trace>> Legend { get; }

    /// <summary>The frame within a box, with its scales.</summary>
    public Frame Frame(double left, double top, double width, double height, Margins margins)
    {
        var (x, y, w, h) = (left + margins.Left, top + margins.Top, Math.Max(10, width - margins.Left - margins.Right), Math.Max(10, height - margins.Top - margins.Bottom));
        if (Panel.Equal)
        {
            var unit = Math.Min(w / (xRange.High - xRange.Low), h / (yRange.High - yRange.Low));
            var (narrow, low) = (unit * (xRange.High - xRange.Low), unit * (yRange.High - yRange.Low));
            (x, w, h) = (x + (w - narrow) / 2, narrow, low);
        }
        var (start, end) = Panel.X.Reversed ? (x + w, x) : (x, x + w);
        var (bottom, above) = Panel.Y.Reversed ? (y, y + h) : (y + h, y);
        return new(x, y, w, h, new(xRange.Low, xRange.High, Panel.X.Log, start, end), new(yRange.Low, yRange.High, Panel.Y.Log, bottom, above));
    }

    static List<Tick> Named(List<string> names) => [.. names.Select((name, index) => new Tick(index, name))];

    static List<Tick> Choose(bool log, (double Low, double High) range, int wanted, bool whole) =>
        log ? Ticks.Log(range.Low, range.High, wanted) : Ticks.Linear(range.Low, range.High, wanted, whole);

    // Fewer ticks where their texts would touch.
    static List<Tick> Fitting(bool log, (double Low, double High) range, double width, bool whole)
    {
        for (var wanted = Math.Max(2, (int)(width / 68)); ; wanted--)
        {
            var ticks = Choose(log, range, wanted, whole);
            var texts = ticks.Where(tick => tick.Text.Length > 0).ToArray();
            var touching = Enumerable.Range(1, Math.Max(0, texts.Length - 1)).Any(index =>
                (Share(texts[index].Value, range, log) - Share(texts[index - 1].Value, range, log)) * width < (TickText.Width(texts[index].Text) + TickText.Width(texts[index - 1].Text)) / 2 + 12);
            if (!touching || wanted <= 1) return ticks;
        }
    }

    static double Share(double value, (double Low, double High) range, bool log) => new Scale(range.Low, range.High, log, 0, 1)[value];

    /// <summary>How far the next entry of the legend stands.</summary>
    public static double KeyLength(Trace entry) => entry.KeyWidth + 6 + LegendText.Width(entry.Name!) + 18;

    /// <summary>Entries in rows of a width.</summary>
    public static List<List<Trace>> Rows(IEnumerable<Trace> entries, double width)
    {
        var rows = new List<List<Trace>>();
        var used = double.PositiveInfinity;
        foreach (var entry in entries)
        {
            var wide = KeyLength(entry);
            if (used + wide - 18 > width)
            {
                rows.Add([]);
                used = 0;
            }
            rows[^1].Add(entry);
            used += wide;
        }
        return rows;
    }
}
