using System.Text.Json.Nodes;
using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Plots;

/// <summary>Lines of equal height of a table of numbers, over coloured bands or alone.</summary>
sealed class ContourTrace(Matrix z, Numbers x, Numbers y, double[] levels, ColorScale colors, bool filled) : Trace
{
    public bool OneColor { get; init; }

    public override bool IsBasic => false;

    public override ColorScale? Colors => filled ? colors : null;

    public override bool InLegend => !filled && Name is not null;

    double Step => levels.Length > 1 ? levels[1] - levels[0] : 1;

    public override void Measure(Extent xs, Extent ys)
    {
        xs.Include(x);
        ys.Include(y);
        xs.Pin(x[0]);
        xs.Pin(x[^1]);
        ys.Pin(y[0]);
        ys.Pin(y[^1]);
    }

    public override void Draw(ICanvas canvas, Frame frame)
    {
        if (filled)
        {
            canvas.Fill(Place(Contours.At(z, z.Extent().Low, closed: true), frame), colors.At(levels[0] - Step / 2));
            foreach (var level in levels) canvas.Fill(Place(Contours.At(z, level, closed: true), frame), colors.At(level + Step / 2));
        }
        foreach (var level in levels)
        {
            var ink = filled ? Theme.Ink.Over(colors.At(level), 0.35) : OneColor ? Color : colors.At(level);
            canvas.Stroke(Place(Contours.At(z, level, closed: false), frame), ink, filled ? 0.75 : 1.5);
        }
    }

    public override void DrawKey(ICanvas canvas, double x, double y) => canvas.Stroke(new Outline().MoveTo(x, y + 5).LineTo(x + 22, y + 5), OneColor ? Color : colors.At((colors.Low + colors.High) / 2), 1.5);

    public override IEnumerable<JsonObject> Plotly()
    {
        var lines = new JsonObject
        {
            ["type"] = "contour",
            ["x"] = PlotlyJson.Numbers(x),
            ["y"] = PlotlyJson.Numbers(y),
            ["z"] = HeatMapTrace.Rows(z),
            ["autocontour"] = false,
            ["contours"] = new JsonObject { ["start"] = PlotlyJson.Number(levels[0]), ["end"] = PlotlyJson.Number(levels[^1]), ["size"] = PlotlyJson.Number(Step), ["coloring"] = filled ? "fill" : OneColor ? "none" : "lines" },
            ["line"] = new JsonObject { ["width"] = filled ? 0.75 : 1.5 },
            ["zmin"] = PlotlyJson.Number(colors.Low),
            ["zmax"] = PlotlyJson.Number(colors.High),
            ["colorscale"] = PlotlyJson.Colors(colors.Map),
            ["showscale"] = filled,
        };
        if (filled) lines["line"]!["color"] = PlotlyJson.Rgba(Theme.Ink, 0.35);
        else if (OneColor) lines["line"]!["color"] = Color.ToString();
        if (filled) lines["colorbar"] = PlotlyJson.ColorBar(colors.Label);
        yield return lines;
    }

    public override string Describe() => $"{Named("contours")} at {levels.Length} levels from {NumberText.Of(levels[0])} to {NumberText.Of(levels[^1])}, x {Span(x)}, y {Span(y)}";

    // From columns and rows to pixels, between neighbours in proportion.
    Outline Place(Outline lines, Frame frame)
    {
        var placed = new Outline();
        for (var part = 0; part < lines.Parts; part++)
        {
            var first = true;
            foreach (var point in lines.Part(part))
            {
                var (px, py) = (frame.X[Between(x, point.X)], frame.Y[Between(y, point.Y)]);
                if (first) placed.MoveTo(px, py);
                else placed.LineTo(px, py);
                first = false;
            }
            if (lines.IsClosed(part)) placed.Close();
        }
        return placed;
    }

    static double Between(Numbers numbers, double place)
    {
        var index = Math.Clamp((int)place, 0, numbers.Count - 2);
        return numbers[index] + (place - index) * (numbers[index + 1] - numbers[index]);
    }
}
