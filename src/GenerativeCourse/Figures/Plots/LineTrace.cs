using System.Text.Json.Nodes;
using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Plots;

/// <summary>Points joined by straight lines; a point that is not finite leaves a gap.</summary>
sealed class LineTrace(Numbers x, Numbers y) : Trace
{
    readonly (double[] X, double[] Y) points = Thinning.Keep(x.Values, y.Values, 1200);

    public Dash Dash { get; init; }

    public double Width { get; init; } = 2;

    public override void Measure(Extent xs, Extent ys)
    {
        xs.Include(points.X);
        foreach (var value in points.X) xs.Pin(value);
        ys.Include(points.Y);
    }

    public override void Draw(ICanvas canvas, Frame frame)
    {
        var line = new Outline();
        var pen = false;
        for (var index = 0; index < points.X.Length; index++)
        {
            var (px, py) = (frame.X[points.X[index]], frame.Y[points.Y[index]]);
            if (!double.IsFinite(px) || !double.IsFinite(py)) pen = false;
            else if (pen) line.LineTo(Near(px), Near(py));
            else
            {
                line.MoveTo(Near(px), Near(py));
                pen = true;
            }
        }
        canvas.Stroke(line, Color, Width, Dashes(Dash));
        // A point with no neighbour, such as the first of a curve that grows, is no line yet.
        for (var part = 0; part < line.Parts; part++)
            if (line.Part(part).Length == 1)
                canvas.Marks(line.Part(part), Mark.Circle, 2.5 * Width, Color);
    }

    public override void DrawKey(ICanvas canvas, double x, double y) =>
        canvas.Stroke(new Outline().MoveTo(x, y + 5).LineTo(x + 22, y + 5), Color, Width, Dashes(Dash));

    public override IEnumerable<JsonObject> Plotly()
    {
        var style = new JsonObject { ["color"] = Color.ToString(), ["width"] = Width };
        if (Dash != Dash.Solid) style["dash"] = Dash == Dash.Dotted ? "dot" : "dash";
        var line = new JsonObject { ["type"] = "scatter", ["mode"] = "lines", ["y"] = PlotlyJson.Numbers(points.Y), ["line"] = style };
        PlotlyJson.X(line, points.X);
        yield return line;
    }

    public override string Describe() => $"{Named("line")} of {x.Count} points, x {Span(x)}, y {Span(y)}";

    internal static double[]? Dashes(Dash dash) => dash switch { Dash.Dashed => [7, 4], Dash.Dotted => [2, 3], _ => null };

    // A point far outside is drawn as if it stood a page away: the stroke's arithmetic stays exact.
    static double Near(double pixel) => Math.Clamp(pixel, -20000, 20000);
}
