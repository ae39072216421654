using System.Text.Json.Nodes;
using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Plots;

/// <summary>A straight line across the panel at a number of one axis, with a word beside it.</summary>
sealed class RuleTrace(double value, bool upright, string? label) : Trace
{
    public override bool InLegend => false;

    public Dash Dash { get; init; } = Dash.Dashed;

    public override void Measure(Extent xs, Extent ys) => (upright ? xs : ys).Include(value);

    public override void Draw(ICanvas canvas, Frame frame)
    {
        var line = upright
            ? new Outline().MoveTo(frame.X[value], frame.Top).LineTo(frame.X[value], frame.Bottom)
            : new Outline().MoveTo(frame.Left, frame.Y[value]).LineTo(frame.Right, frame.Y[value]);
        canvas.Stroke(line, Color, 1.5, LineTrace.Dashes(Dash));
    }

    /// <summary>Sets the word above the data.</summary>
    public void DrawLabel(ICanvas canvas, Frame frame)
    {
        if (label is null) return;
        var style = new TextStyle(11.5, Theme.Ink);
        if (upright)
        {
            var left = frame.X[value] + 5 + style.Width(label) > frame.Right;
            canvas.Text(label, frame.X[value] + (left ? -5 : 5), frame.Top + 13, style, left ? Anchor.End : Anchor.Start, halo: Theme.Paper);
        }
        else canvas.Text(label, frame.Right - 4, frame.Y[value] - frame.Top < 16 ? frame.Y[value] + 14 : frame.Y[value] - 5, style, Anchor.End, halo: Theme.Paper);
    }

    public override void DrawKey(ICanvas canvas, double x, double y) => canvas.Stroke(new Outline().MoveTo(x, y + 5).LineTo(x + 22, y + 5), Color, 1.5, LineTrace.Dashes(Dash));

    public override IEnumerable<JsonObject> Plotly() => [];

    /// <summary>The line as a shape of plotly's layout.</summary>
    public JsonObject Shape(string x, string y) => new()
    {
        ["type"] = "line",
        ["xref"] = upright ? x : x + " domain",
        ["yref"] = upright ? y + " domain" : y,
        ["x0"] = upright ? PlotlyJson.Number(value) : 0,
        ["x1"] = upright ? PlotlyJson.Number(value) : 1,
        ["y0"] = upright ? 0 : PlotlyJson.Number(value),
        ["y1"] = upright ? 1 : PlotlyJson.Number(value),
        ["line"] = new JsonObject { ["color"] = Color.ToString(), ["width"] = 1.5, ["dash"] = Dash switch { Dash.Solid => "solid", Dash.Dotted => "dot", _ => "dash" } },
    };

    /// <summary>The word as an annotation of plotly's layout.</summary>
    public JsonObject? Annotation(string x, string y, bool logX, bool logY) => label is null ? null : new()
    {
        ["text"] = PlotlyJson.Text(label),
        ["showarrow"] = false,
        ["xref"] = upright ? x : x + " domain",
        ["yref"] = upright ? y + " domain" : y,
        ["x"] = upright ? PlotlyJson.Number(logX ? Math.Log10(value) : value) : 1,
        ["y"] = upright ? 1 : PlotlyJson.Number(logY ? Math.Log10(value) : value),
        ["xanchor"] = upright ? "left" : "right",
        ["yanchor"] = upright ? "top" : "bottom",
    };

    public override string Describe() => $"line at {(upright ? "x" : "y")} = {NumberText.Of(value)}{(label is null ? "" : $" \"{label}\"")}";
}
