using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Plots;

/// <summary>Draws a panel: grid, data, axes, words.</summary>
static class PanelPainter
{
    public static void Draw(PanelLayout layout, ICanvas canvas, Frame frame, double top)
    {
        var panel = layout.Panel;
        if (panel.Title is { } title) canvas.Text(PanelLayout.TitleText.Fit(title, frame.Width + 40), frame.Left, top + 14, PanelLayout.TitleText);
        Legend(layout.Legend, canvas, frame.Left, frame.Top - layout.Legend.Count * PanelLayout.LegendRow - 2);
        var image = panel.Traces.Any(trace => trace is HeatMapTrace or ContourTrace);
        if (!image) Grid(layout, canvas, frame);
        canvas.Clip(frame.Left, frame.Top, frame.Width, frame.Height);
        foreach (var trace in panel.FromBelow.Where(trace => trace is not PointsTrace)) trace.Draw(canvas, frame);
        canvas.Unclip();
        XAxis(layout, canvas, frame);
        YAxis(layout, canvas, frame);
        foreach (var trace in panel.Traces.OfType<PointsTrace>()) trace.Draw(canvas, frame);
        foreach (var rule in panel.Traces.OfType<RuleTrace>()) rule.DrawLabel(canvas, frame);
        foreach (var note in panel.Traces.OfType<NoteTrace>()) note.DrawLabel(canvas, frame);
        if (panel.ColorBar is { } colors) ColorBar(layout, canvas, frame, colors);
    }

    /// <summary>Draws rows of samples and names.</summary>
    public static void Legend(List<List<Trace>> rows, ICanvas canvas, double left, double top)
    {
        var y = top;
        foreach (var row in rows)
        {
            var x = left;
            foreach (var entry in row)
            {
                entry.DrawKey(canvas, x, y + 2);
                canvas.Text(entry.Name!, x + entry.KeyWidth + 6, y + 11.5, PanelLayout.LegendText);
                x += PanelLayout.KeyLength(entry);
            }
            y += PanelLayout.LegendRow;
        }
    }

    static void Grid(PanelLayout layout, ICanvas canvas, Frame frame)
    {
        if (layout.Panel.X.Categories is null)
            foreach (var tick in Shown(layout.XTicks, frame.X).Where(tick => tick.Text.Length > 0))
                canvas.Box(frame.X[tick.Value] - 0.5, frame.Top, 1, frame.Height, Theme.Grid);
        foreach (var tick in Shown(layout.YTicks, frame.Y).Where(tick => tick.Text.Length > 0))
            canvas.Box(frame.Left, frame.Y[tick.Value] - 0.5, frame.Width, 1, Theme.Grid);
    }

    static void XAxis(PanelLayout layout, ICanvas canvas, Frame frame)
    {
        canvas.Box(frame.Left - 0.5, frame.Bottom - 0.5, frame.Width + 1, 1, Theme.Axis);
        for (var index = 0; index < layout.XTicks.Count; index++)
        {
            var tick = layout.XTicks[index];
            if (!Shows(frame.X, tick.Value)) continue;
            var x = frame.X[tick.Value];
            if (layout.Panel.X.Categories is null) canvas.Box(x - 0.5, frame.Bottom, 1, tick.Text.Length > 0 ? 5 : 3, Theme.Axis);
            var lines = layout.XLines[index];
            if (layout.XUpright) canvas.Text(lines[0], x + 11.5 * TextStyle.CapHeight / 2, frame.Bottom + 7, PanelLayout.TickText, Anchor.End, upwards: true);
            else
                for (var line = 0; line < lines.Count; line++)
                    canvas.Text(lines[line], x, frame.Bottom + 17 + PanelLayout.TickLine * line, PanelLayout.TickText, Anchor.Middle);
        }
        if (layout.Panel.X.Label is { } label) canvas.Text(label, frame.Left + frame.Width / 2, frame.Bottom + 6 + layout.XHeight + 17, PanelLayout.LabelText, Anchor.Middle);
    }

    static void YAxis(PanelLayout layout, ICanvas canvas, Frame frame)
    {
        canvas.Box(frame.Left - 0.5, frame.Top, 1, frame.Height, Theme.Axis);
        var wide = 0.0;
        foreach (var tick in Shown(layout.YTicks, frame.Y))
        {
            var y = frame.Y[tick.Value];
            var length = tick.Text.Length > 0 ? 5 : 3;
            canvas.Box(frame.Left - length, y - 0.5, length, 1, Theme.Axis);
            canvas.Text(tick.Text, frame.Left - 8, y + 11.5 * TextStyle.CapHeight / 2, PanelLayout.TickText, Anchor.End);
            wide = Math.Max(wide, PanelLayout.TickText.Width(tick.Text));
        }
        if (layout.Panel.Y.Label is { } label)
            canvas.Text(label, frame.Left - 8 - wide - 9, frame.Top + frame.Height / 2, PanelLayout.LabelText, Anchor.Middle, upwards: true);
    }

    static void ColorBar(PanelLayout layout, ICanvas canvas, Frame frame, ColorScale colors)
    {
        var ramp = new Bitmap(1, 256);
        for (var step = 0; step < 256; step++) ramp[0, step] = colors.Shown(colors.High - (colors.High - colors.Low) * (step + 0.5) / 256);
        var left = frame.Right + 12;
        canvas.Picture(ramp, left, frame.Top, 14, frame.Height);
        var scale = new Scale(colors.Low, colors.High, false, frame.Bottom, frame.Top);
        var wide = 0.0;
        foreach (var tick in Shown(layout.BarTicks, scale))
        {
            canvas.Box(left + 14, scale[tick.Value] - 0.5, 4, 1, Theme.Axis);
            canvas.Text(tick.Text, left + 21, scale[tick.Value] + 11.5 * TextStyle.CapHeight / 2, PanelLayout.TickText);
            wide = Math.Max(wide, PanelLayout.TickText.Width(tick.Text));
        }
        if (colors.Label is { } label) canvas.Text(label, left + 21 + wide + 16, frame.Top + frame.Height / 2, PanelLayout.LabelText, Anchor.Middle, upwards: true);
    }

    static IEnumerable<Tick> Shown(List<Tick> ticks, Scale scale) => ticks.Where(tick => Shows(scale, tick.Value));

    static bool Shows(Scale scale, double value)
    {
        var pixel = scale[value];
        return pixel >= Math.Min(scale.Start, scale.End) - 0.5 && pixel <= Math.Max(scale.Start, scale.End) + 0.5;
    }
}
