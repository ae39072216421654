using System.Text.Json.Nodes;
using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Plots;

/// <summary>The area between two curves over the same x, such as a confidence band.</summary>
sealed class BandTrace(Numbers x, Numbers lower, Numbers upper) : Trace
{
    const double Opacity = 0.2;

    public override void Measure(Extent xs, Extent ys)
    {
        xs.Include(x);
        foreach (var value in x) xs.Pin(value);
        ys.Include(lower);
        ys.Include(upper);
    }

    public override void Draw(ICanvas canvas, Frame frame)
    {
        var area = new Outline();
        foreach (var run in Runs(index => double.IsFinite(frame.X[x[index]] + frame.Y[lower[index]] + frame.Y[upper[index]])))
        {
            area.MoveTo(frame.X[x[run[0]]], frame.Y[upper[run[0]]]);
            foreach (var at in run[1..]) area.LineTo(frame.X[x[at]], frame.Y[upper[at]]);
            foreach (var at in Enumerable.Reverse(run)) area.LineTo(frame.X[x[at]], frame.Y[lower[at]]);
            area.Close();
        }
        canvas.Fill(area, Color, Opacity);
    }

    public override void DrawKey(ICanvas canvas, double x, double y) => canvas.Box(x, y - 1, 22, 12, Color, Opacity);

    public override IEnumerable<JsonObject> Plotly()
    {
        var (xs, ys) = (new List<double>(), new List<double>());
        foreach (var run in Runs(index => double.IsFinite(x[index] + lower[index] + upper[index])))
        {
            if (xs.Count > 0) (xs, ys) = ([.. xs, double.NaN], [.. ys, double.NaN]);
            xs.AddRange(run.Concat(Enumerable.Reverse(run)).Select(index => x[index]));
            ys.AddRange(run.Select(index => upper[index]).Concat(Enumerable.Reverse(run).Select(index => lower[index])));
        }
        yield return new()
        {
            ["type"] = "scatter",
            ["mode"] = "lines",
            ["x"] = PlotlyJson.Numbers(xs),
            ["y"] = PlotlyJson.Numbers(ys),
            ["line"] = new JsonObject { ["width"] = 0, ["color"] = Color.ToString() },
            ["fill"] = "toself",
            ["fillcolor"] = PlotlyJson.Rgba(Color, Opacity),
            ["hoverinfo"] = "skip",
        };
    }

    public override string Describe() => $"{Named("band")} over {x.Count} points, y {Span(lower.Concat(upper))}";

    // Stretches of points that can be drawn.
    List<List<int>> Runs(Func<int, bool> drawn)
    {
        var runs = new List<List<int>>();
        for (var index = 0; index < x.Count; index++)
            if (drawn(index))
            {
                if (index == 0 || !drawn(index - 1)) runs.Add([]);
                runs[^1].Add(index);
            }
        return runs;
    }
}
