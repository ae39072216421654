using System.Text.Json.Nodes;
using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Plots;

/// <summary>Boxes side by side over bins of equal width.</summary>
sealed class HistogramTrace(double[] edges, double[] heights, int values, bool density) : Trace
{
    /// <summary>Whether no other histogram shares the axes; several are drawn over each other, half transparent.</summary>
    public bool Alone { get; set; } = true;

    /// <summary>The edges of the bins, so that the next histogram can use them.</summary>
    public double[] Edges => edges;

    double Opacity => Alone ? 0.9 : 0.6;

    public override double KeyWidth => 12;

    public override void Measure(Extent xs, Extent ys)
    {
        xs.Include(edges);
        ys.Pin(0);
        ys.Include(heights);
    }

    public override void Draw(ICanvas canvas, Frame frame)
    {
        var foot = frame.Y.Log ? frame.Bottom : frame.Y[0];
        for (var bin = 0; bin < heights.Length; bin++)
        {
            var (left, right, top) = (frame.X[edges[bin]], frame.X[edges[bin + 1]], frame.Y[heights[bin]]);
            if (heights[bin] == 0 || !double.IsFinite(left + right + top)) continue;
            var gap = Alone && right - left > 6 ? 0.5 : 0;
            canvas.Box(left + gap, Math.Min(top, foot), right - left - 2 * gap, Math.Abs(foot - top), Color, Opacity);
        }
    }

    public override void DrawKey(ICanvas canvas, double x, double y) => canvas.Box(x, y - 1, 12, 12, Color, Opacity);

    public override IEnumerable<JsonObject> Plotly()
    {
        var width = edges[1] - edges[0];
        yield return new()
        {
            ["type"] = "bar",
            ["x"] = PlotlyJson.Numbers(edges.SkipLast(1).Select(edge => edge + width / 2)),
            ["y"] = PlotlyJson.Numbers(heights),
            ["width"] = PlotlyJson.Number(width),
            ["marker"] = new JsonObject { ["color"] = Color.ToString(), ["opacity"] = Opacity, ["line"] = new JsonObject { ["width"] = 0.5, ["color"] = Theme.Paper.ToString() } },
            ["offset"] = PlotlyJson.Number(-width / 2),
        };
    }

    public override string Describe() => $"{Named(density ? "density histogram" : "histogram")} of {values} values in {heights.Length} bins, x {Span(edges)}, highest {NumberText.Of(heights.Max())}";
}
