using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Plots;

/// <summary>Where everything of a figure stands, in CSS pixels; frames of one column, and of one row, line up.</summary>
sealed class FigurePlan
{
    const double Edge = 12, Gap = 20;

    public static readonly TextStyle TitleText = new(15, Theme.Ink, Bold: true);

    public FigurePlan(string? title, IReadOnlyList<Panel> panels, int columns, int width, int height)
    {
        (Width, Height) = (width, height);
        Title = title is null ? [] : TitleText.Wrap(title, width - 2 * Edge);
        var top = Edge + 20 * Title.Count + (Title.Count > 0 ? 4 : 0);
        Legend = PanelLayout.Rows(Shared(panels), width - 2 * Edge);
        LegendTop = top + 2;
        if (Legend.Count > 0) top += Legend.Count * PanelLayout.LegendRow + 6;
        var rows = (panels.Count + columns - 1) / columns;
        var cellWidth = (width - 2 * Edge - (columns - 1) * Gap) / columns;
        var cellHeight = (height - top - Edge - (rows - 1) * Gap) / rows;
        var layouts = panels.Select(panel => new PanelLayout(panel, cellWidth, cellHeight, Legend.Count == 0)).ToArray();
        Cells = [.. layouts.Select((layout, index) =>
        {
            var (row, column) = (index / columns, index % columns);
            var (above, beside) = (Union(layouts.Where((_, other) => other / columns == row)), Union(layouts.Where((_, other) => other % columns == column)));
            var (x, y) = (Edge + column * (cellWidth + Gap), top + row * (cellHeight + Gap));
            return (layout, layout.Frame(x, y, cellWidth, cellHeight, new(beside.Left, above.Top, beside.Right, above.Bottom)), y);
        })];
    }

    public int Width { get; }

    public int Height { get; }

    public List<string> Title { get; }

    /// <summary>The rows of a legend that all panels share; none where each has its own.</summary>
    public List<List<Trace>> Legend { get; }

    public double LegendTop { get; }

    public List<(PanelLayout Layout, Frame Frame, double Top)> Cells { get; }

    public double Left => Edge;

    public void Draw(ICanvas canvas)
    {
        for (var line = 0; line < Title.Count; line++) canvas.Text(Title[line], Edge, Edge + 13 + 20 * line, TitleText);
        PanelPainter.Legend(Legend, canvas, Edge, LegendTop);
        foreach (var (layout, frame, top) in Cells) PanelPainter.Draw(layout, canvas, frame, top);
    }

    /// <summary>The size of a figure whose units are as long along x as along y, so that no paper stays empty.</summary>
    public static (int Width, int Height) EqualSize(string? title, Panel panel)
    {
        var margins = new PanelLayout(panel, 640, 520).Margins;
        var (x, y) = panel.Ranges();
        var unit = Math.Min(560 / (x.High - x.Low), 440 / (y.High - y.Low));
        var width = Math.Max(360, (int)(unit * (x.High - x.Low) + margins.Left + margins.Right + 2 * Edge));
        var lines = title is null ? 0 : TitleText.Wrap(title, width - 2 * Edge).Count;
        return (width, (int)(unit * (y.High - y.Low) + margins.Top + margins.Bottom + 2 * Edge + 20 * lines + 4));
    }

    // What every panel's legend lists alike is listed once for all.
    static List<Trace> Shared(IReadOnlyList<Panel> panels)
    {
        var lists = panels.Select(panel => panel.LegendEntries.ToList()).ToList();
        return panels.Count > 1 && lists.All(list => list.Select(Key).SequenceEqual(lists[0].Select(Key))) ? lists[0] : [];
    }

    static (Type, string?, Rgb) Key(Trace trace) => (trace.GetType(), trace.Name, trace.Color);

    static Margins Union(IEnumerable<PanelLayout> layouts) => layouts.Aggregate(default(Margins), (margins, layout) => margins.Union(layout.Margins));
}
