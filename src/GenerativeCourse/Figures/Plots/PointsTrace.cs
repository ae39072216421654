using System.Text.Json.Nodes;
using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Plots;

/// <summary>Points, each with a mark; colours may follow numbers.</summary>
sealed class PointsTrace(Numbers x, Numbers y) : Trace
{
    public double Size { get; init; } = 6;

    public double Opacity { get; init; } = 1;

    public Mark Mark { get; init; }

    public Numbers Values { get; init; }

    public ColorScale? ValueColors { get; init; }

    public override double KeyWidth => 12;

    public bool ListInLegend { get; init; } = true;

    public override bool InLegend => ListInLegend && Name is not null;

    public override ColorScale? Colors => ValueColors;

    public override void Measure(Extent xs, Extent ys)
    {
        xs.Include(x);
        ys.Include(y);
    }

    public override void Draw(ICanvas canvas, Frame frame)
    {
        var points = Enumerable.Range(0, x.Count)
            .Select(index => (Place: new Point(frame.X[x[index]], frame.Y[y[index]]), index))
            .Where(point => Within(point.Place.X, frame.Left, frame.Right) && Within(point.Place.Y, frame.Top, frame.Bottom));
        if (ValueColors is null) canvas.Marks([.. points.Select(point => point.Place)], Mark, Size, Color, Opacity);
        else
            foreach (var (place, index) in points)
                canvas.Marks([place], Mark, Size, double.IsFinite(Values[index]) ? ValueColors.At(Values[index]) : Theme.Grid, Opacity);
    }

    public override void DrawKey(ICanvas canvas, double x, double y) => canvas.Marks([new(x + 6, y + 5)], Mark, Math.Max(Size, 7), Color);

    public override IEnumerable<JsonObject> Plotly()
    {
        var marker = new JsonObject { ["size"] = Size, ["color"] = Color.ToString() };
        if (Opacity < 1) marker["opacity"] = Opacity;
        if (Mark != Mark.Circle) marker["symbol"] = Mark switch { Mark.Square => "square", Mark.Diamond => "diamond", Mark.Triangle => "triangle-up", _ => "x" };
        if (ValueColors is { } scale)
        {
            marker["color"] = PlotlyJson.Numbers(Values);
            (marker["cmin"], marker["cmax"]) = (PlotlyJson.Number(scale.Low), PlotlyJson.Number(scale.High));
            marker["colorscale"] = PlotlyJson.Colors(scale.Map);
            marker["showscale"] = true;
            marker["colorbar"] = PlotlyJson.ColorBar(scale.Label);
        }
        yield return new()
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["x"] = PlotlyJson.Numbers(x),
            ["y"] = PlotlyJson.Numbers(y),
            ["marker"] = marker,
        };
    }

    public override string Describe() => $"{Named("points")}, {x.Count} of them, x {Span(x)}, y {Span(y)}";

    static bool Within(double value, double low, double high) => value >= low - 0.5 && value <= high + 0.5;
}
