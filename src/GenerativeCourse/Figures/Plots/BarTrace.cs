using System.Text.Json.Nodes;
using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Plots;

/// <summary>A bar for each name; several of these in a panel stand side by side.</summary>
sealed class BarTrace(IReadOnlyList<string> names, Numbers heights, Numbers errors, bool showValues) : Trace
{
    static readonly TextStyle Value = new(11, Theme.Ink);

    /// <summary>Which of how many bars of a name this is.</summary>
    public (int Index, int Count) Slot { get; set; } = (0, 1);

    double Low(int index) => heights[index] - (errors.Count > 0 ? errors[index] : 0);

    double High(int index) => heights[index] + (errors.Count > 0 ? errors[index] : 0);

    public override double KeyWidth => 12;

    public override void Measure(Extent xs, Extent ys)
    {
        xs.Pin(-0.5);
        xs.Pin(names.Count - 0.5);
        ys.Pin(0);
        for (var index = 0; index < names.Count; index++)
        {
            ys.Include(Low(index));
            ys.Include(High(index));
        }
    }

    public override void Draw(ICanvas canvas, Frame frame)
    {
        var width = 0.76 * frame.X.Unit / Slot.Count;
        var written = showValues && heights.All(height => Value.Width(Text(height)) <= width);
        for (var index = 0; index < names.Count; index++)
        {
            if (!double.IsFinite(heights[index])) continue;
            var left = frame.X[index] + (Slot.Index - Slot.Count / 2.0) * width;
            var foot = frame.Y.Log ? frame.Bottom : frame.Y[0];
            var top = frame.Y[heights[index]];
            if (!double.IsFinite(top)) continue;
            canvas.Box(left + 0.5, Math.Min(top, foot), width - 1, Math.Abs(foot - top), Color);
            var middle = left + width / 2;
            if (errors.Count > 0) Error(canvas, middle, frame.Y[Low(index)], frame.Y[High(index)], Math.Min(6, width / 4), frame.Bottom);
            if (written)
                canvas.Text(Text(heights[index]), middle, heights[index] < 0 ? Math.Max(frame.Y[Low(index)], foot) + 13 : Math.Min(frame.Y[High(index)], foot) - 4, Value, Anchor.Middle);
        }
    }

    public override void DrawKey(ICanvas canvas, double x, double y) => canvas.Box(x, y - 1, 12, 12, Color);

    public override IEnumerable<JsonObject> Plotly()
    {
        var bars = new JsonObject
        {
            ["type"] = "bar",
            ["x"] = PlotlyJson.Texts(names),
            ["y"] = PlotlyJson.Numbers(heights),
            ["marker"] = new JsonObject { ["color"] = Color.ToString() },
            ["width"] = Math.Round(0.76 / Slot.Count - 0.01, 4),
            ["offset"] = Math.Round((Slot.Index - Slot.Count / 2.0) * 0.76 / Slot.Count, 4),
        };
        if (errors.Count > 0) bars["error_y"] = new JsonObject { ["type"] = "data", ["array"] = PlotlyJson.Numbers(errors), ["thickness"] = 1.5, ["color"] = Theme.Ink.ToString() };
        if (showValues)
        {
            bars["text"] = PlotlyJson.Texts(heights.Select(Text));
            bars["textposition"] = errors.Count > 0 ? "inside" : "outside";
            bars["cliponaxis"] = false;
            bars["textangle"] = 0;
        }
        yield return bars;
    }

    public override string Describe() => $"{Named("bars")}: {string.Join(", ", names.Take(12).Select((name, index) => $"{name} {NumberText.Of(heights[index])}{(errors.Count > 0 ? " ± " + NumberText.Of(errors[index], 2) : "")}"))}{(names.Count > 12 ? $", and {names.Count - 12} more" : "")}";

    string Text(double height) => NumberText.Fixed(height, NumberText.Decimals(heights));

    static void Error(ICanvas canvas, double x, double low, double high, double cap, double bottom)
    {
        if (double.IsNaN(low)) low = bottom;
        canvas.Stroke(new Outline().MoveTo(x, low).LineTo(x, high).MoveTo(x - cap, low).LineTo(x + cap, low).MoveTo(x - cap, high).LineTo(x + cap, high), Theme.Ink, 1.5);
    }
}
