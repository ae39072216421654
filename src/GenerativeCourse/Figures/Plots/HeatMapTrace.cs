using System.Text.Json.Nodes;
using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Plots;

/// <summary>A table of numbers as coloured boxes; the numbers of x and y are the middles of the boxes.</summary>
sealed class HeatMapTrace(Matrix z, Numbers x, Numbers y, ColorScale colors, bool showValues, bool bar) : Trace
{
    static readonly Rgb Missing = "#D0D0D0";

    public override bool IsBasic => false;

    public override ColorScale? Colors => bar ? colors : null;

    public override bool InLegend => false;

    (double Low, double High) XEdges => Edges(x);

    (double Low, double High) YEdges => Edges(y);

    public override void Measure(Extent xs, Extent ys)
    {
        xs.Include(x);
        ys.Include(y);
        xs.Pin(XEdges.Low);
        xs.Pin(XEdges.High);
        ys.Pin(YEdges.Low);
        ys.Pin(YEdges.High);
    }

    public override void Draw(ICanvas canvas, Frame frame)
    {
        var bitmap = new Bitmap(z.Columns, z.Rows);
        var (flipX, flipY) = (Flipped(x, frame.X), Flipped(y, frame.Y));
        for (var row = 0; row < z.Rows; row++)
            for (var column = 0; column < z.Columns; column++)
                bitmap[flipX ? z.Columns - 1 - column : column, flipY ? z.Rows - 1 - row : row] = Box(row, column);
        var (left, right) = Order(frame.X[XEdges.Low], frame.X[XEdges.High]);
        var (top, bottom) = Order(frame.Y[YEdges.Low], frame.Y[YEdges.High]);
        canvas.Picture(bitmap, left, top, right - left, bottom - top);
        if (showValues) Values(canvas, frame, (right - left) / z.Columns, (bottom - top) / z.Rows);
    }

    public override void DrawKey(ICanvas canvas, double x, double y) => canvas.Box(x, y - 1, 12, 12, Color);

    public override IEnumerable<JsonObject> Plotly()
    {
        var map = new JsonObject
        {
            ["type"] = "heatmap",
            ["x"] = PlotlyJson.Numbers(x),
            ["y"] = PlotlyJson.Numbers(y),
            ["z"] = Rows(z),
            ["zmin"] = PlotlyJson.Number(colors.Low),
            ["zmax"] = PlotlyJson.Number(colors.High),
            ["colorscale"] = PlotlyJson.Colors(colors.Map),
            ["showscale"] = bar,
        };
        if (bar) map["colorbar"] = PlotlyJson.ColorBar(colors.Label);
        if (showValues) map["texttemplate"] = $"%{{z:.{NumberText.Decimals(z.Values.Cast<double>())}f}}";
        yield return map;
    }

    public override string Describe() => $"{Named("heat map")} of {z.Rows} × {z.Columns}, {NumberText.Of(z.Extent().Low)} to {NumberText.Of(z.Extent().High)}";

    internal static JsonArray Rows(Matrix z) => new([.. Enumerable.Range(0, z.Rows).Select(row => (JsonNode)PlotlyJson.Numbers(Enumerable.Range(0, z.Columns).Select(column => Math.Round(z[row, column], 5))))]);

    Rgb Box(int row, int column) => double.IsFinite(z[row, column]) ? colors.At(z[row, column]) : Missing;

    void Values(ICanvas canvas, Frame frame, double width, double height)
    {
        var texts = new string[z.Rows, z.Columns];
        var longest = 0.0;
        var decimals = NumberText.Decimals(z.Values.Cast<double>());
        for (var row = 0; row < z.Rows; row++)
            for (var column = 0; column < z.Columns; column++)
                longest = Math.Max(longest, new TextStyle(1, Theme.Ink).Width(texts[row, column] = NumberText.Fixed(z[row, column], decimals)));
        var size = Math.Min(12, Math.Min((width - 4) / longest, height * 0.7));
        if (size < 6) return;
        for (var row = 0; row < z.Rows; row++)
            for (var column = 0; column < z.Columns; column++)
            {
                var box = Box(row, column);
                var ink = box.Contrast(Theme.Paper) > box.Contrast(Theme.Ink) ? Theme.Paper : Theme.Ink;
                canvas.Text(texts[row, column], frame.X[x[column]], frame.Y[y[row]] + size * TextStyle.CapHeight / 2, new(size, ink), Anchor.Middle);
            }
    }

    static (double Low, double High) Edges(Numbers middles)
    {
        var half = middles.Count > 1 ? Math.Abs(middles[^1] - middles[0]) / (middles.Count - 1) / 2 : 0.5;
        return (Math.Min(middles[0], middles[^1]) - half, Math.Max(middles[0], middles[^1]) + half);
    }

    static bool Flipped(Numbers middles, Scale scale) => middles.Count > 1 && scale[middles[^1]] < scale[middles[0]];

    static (double, double) Order(double a, double b) => a < b ? (a, b) : (b, a);
}
