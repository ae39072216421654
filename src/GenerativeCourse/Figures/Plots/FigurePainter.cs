using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Plots;

/// <summary>Draws a figure's title and panels; frames of one column, and of one row, line up.</summary>
static class FigurePainter
{
    const double Edge = 12, Gap = 20;

    public static readonly TextStyle Title = new(15, Theme.Ink, Bold: true);

    public static void Draw(string? title, IReadOnlyList<Panel> panels, int columns, ICanvas canvas, int width, int height)
    {
        var lines = title is null ? [] : Title.Wrap(title, width - 2 * Edge);
        for (var line = 0; line < lines.Count; line++) canvas.Text(lines[line], Edge, Edge + 13 + 20 * line, Title);
        var top = Edge + 20 * lines.Count + (lines.Count > 0 ? 4 : 0);
        var shared = Shared(panels);
        if (shared.Count > 0)
        {
            var entries = PanelLayout.Rows(shared, width - 2 * Edge);
            PanelPainter.Legend(entries, canvas, Edge, top + 2);
            top += entries.Count * PanelLayout.LegendRow + 6;
        }
        var rows = (panels.Count + columns - 1) / columns;
        var cellWidth = (width - 2 * Edge - (columns - 1) * Gap) / columns;
        var cellHeight = (height - top - Edge - (rows - 1) * Gap) / rows;
        var layouts = panels.Select(panel => new PanelLayout(panel, cellWidth, cellHeight, shared.Count == 0)).ToArray();
        for (var index = 0; index < layouts.Length; index++)
        {
            var (row, column) = (index / columns, index % columns);
            var (above, beside) = (Union(layouts.Where((_, other) => other / columns == row)), Union(layouts.Where((_, other) => other % columns == column)));
            var margins = new Margins(beside.Left, above.Top, beside.Right, above.Bottom);
            var (x, y) = (Edge + column * (cellWidth + Gap), top + row * (cellHeight + Gap));
            PanelPainter.Draw(layouts[index], canvas, layouts[index].Frame(x, y, cellWidth, cellHeight, margins), y);
        }
    }

    /// <summary>The size of a figure whose units are as long along x as along y, so that no paper stays empty.</summary>
    public static (int Width, int Height) EqualSize(string? title, Panel panel)
    {
        var margins = new PanelLayout(panel, 640, 520).Margins;
        var (x, y) = panel.Ranges();
        var unit = Math.Min(560 / (x.High - x.Low), 440 / (y.High - y.Low));
        var width = Math.Max(360, (int)(unit * (x.High - x.Low) + margins.Left + margins.Right + 2 * Edge));
        var lines = title is null ? 0 : Title.Wrap(title, width - 2 * Edge).Count;
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
