using System.Text.Json.Nodes;
using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Plots;

/// <summary>Words at a point of the data.</summary>
sealed class NoteTrace(double x, double y, string text) : Trace
{
    public override bool InLegend => false;

    public Anchor Anchor { get; init; } = Anchor.Middle;

    public bool Bold { get; init; }

    public override void Measure(Extent xs, Extent ys)
    {
        xs.Include(x);
        ys.Include(y);
    }

    public override void Draw(ICanvas canvas, Frame frame) { }

    /// <summary>Sets the words above the data, with a halo.</summary>
    public void DrawLabel(ICanvas canvas, Frame frame)
    {
        var lines = text.Split('\n');
        var style = new TextStyle(Bold ? 14 : 12, Theme.Ink, Bold);
        var top = frame.Y[y] - 15 * (lines.Length - 1) / 2.0 + style.Size * TextStyle.CapHeight / 2;
        for (var line = 0; line < lines.Length; line++) canvas.Text(lines[line], frame.X[x], top + 15 * line, style, Anchor, halo: Theme.Paper);
    }

    public override void DrawKey(ICanvas canvas, double x, double y) { }

    public override IEnumerable<JsonObject> Plotly() => [];

    /// <summary>The words as an annotation of plotly's layout.</summary>
    public JsonObject Annotation(string xName, string yName, bool logX, bool logY) => new()
    {
        ["text"] = Bold ? $"<b>{PlotlyJson.Text(text)}</b>" : PlotlyJson.Text(text),
        ["showarrow"] = false,
        ["xref"] = xName,
        ["yref"] = yName,
        ["x"] = PlotlyJson.Number(logX ? Math.Log10(x) : x),
        ["y"] = PlotlyJson.Number(logY ? Math.Log10(y) : y),
        ["xanchor"] = Anchor switch { Anchor.Start => "left", Anchor.End => "right", _ => "center" },
        ["bgcolor"] = "rgba(255,255,255,0.7)",
    };

    public override string Describe() => $"note \"{text}\"";
}
