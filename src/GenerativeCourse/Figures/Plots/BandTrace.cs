using System.Text.Json.Nodes;
using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Plots;

/// <summary>The area between two curves over the same x, such as a confidence band.</summary>
sealed class BandTrace(Numbers x, Numbers lower, Numbers upper) : Trace
{
    const double Opacity = 0.2;

    public override void Measure(Extent xs, Extent ys)
    {
        foreach (var value in x) xs.Pin(value);
        ys.Include(lower);
        ys.Include(upper);
    }

    public override void Draw(ICanvas canvas, Frame frame)
    {
        var area = new Outline();
        var run = new List<int>();
        for (var index = 0; index <= x.Count; index++)
        {
            if (index < x.Count && double.IsFinite(frame.X[x[index]] + frame.Y[lower[index]] + frame.Y[upper[index]])) run.Add(index);
            else if (run.Count > 0)
            {
                area.MoveTo(frame.X[x[run[0]]], frame.Y[upper[run[0]]]);
                foreach (var at in run[1..]) area.LineTo(frame.X[x[at]], frame.Y[upper[at]]);
                foreach (var at in Enumerable.Reverse(run)) area.LineTo(frame.X[x[at]], frame.Y[lower[at]]);
                area.Close();
                run.Clear();
            }
        }
        canvas.Fill(area, Color, Opacity);
    }

    public override void DrawKey(ICanvas canvas, double x, double y) => canvas.Box(x, y, 22, 10, Color, Opacity);

    public override IEnumerable<JsonObject> Plotly()
    {
        var group = $"band{x.Count}-{Color}-{Name}";
        yield return Edge(upper, group, "none", legend: false);
        var filled = Edge(lower, group, "tonexty", legend: true);
        filled["fillcolor"] = PlotlyJson.Rgba(Color, Opacity);
        yield return filled;
    }

    public override string Describe() => $"{Named("band")} over {x.Count} points, y {Span(lower.Concat(upper))}";

    JsonObject Edge(Numbers y, string group, string fill, bool legend)
    {
        var edge = new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["y"] = PlotlyJson.Numbers(y),
            ["line"] = new JsonObject { ["width"] = 0, ["color"] = Color.ToString() },
            ["fill"] = fill,
            ["hoverinfo"] = "skip",
            ["legendgroup"] = group,
        };
        PlotlyJson.X(edge, x);
        if (!legend) edge["showlegend"] = false;
        return edge;
    }
}
