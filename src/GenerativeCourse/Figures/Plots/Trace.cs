using System.Text.Json.Nodes;
using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures.Plots;

/// <summary>One thing drawn in a panel: it knows its range, its picture, its Plotly form and its words.</summary>
abstract class Trace
{
    public string? Name { get; init; }

    public Rgb Color { get; init; }

    /// <summary>Whether the small plotly-basic build can draw it.</summary>
    public virtual bool IsBasic => true;

    /// <summary>The colours of numbers, where a colour bar explains them.</summary>
    public virtual ColorScale? Colors => null;

    /// <summary>Whether the legend names it.</summary>
    public virtual bool InLegend => Name is not null;

    /// <summary>Takes the data's ranges into those of the axes.</summary>
    public abstract void Measure(Extent x, Extent y);

    public abstract void Draw(ICanvas canvas, Frame frame);

    /// <summary>The width of the legend's sample.</summary>
    public virtual double KeyWidth => 22;

    /// <summary>Draws the legend's sample, 10 CSS pixels high.</summary>
    public abstract void DrawKey(ICanvas canvas, double x, double y);

    /// <summary>The traces of plotly.js, without their axes.</summary>
    public abstract IEnumerable<JsonObject> Plotly();

    /// <summary>What is drawn, in a few words.</summary>
    public abstract string Describe();

    protected string Named(string kind) => Name is null ? kind : $"{kind} \"{Name}\"";

    protected static string Span(IEnumerable<double> values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        return finite.Length == 0 ? "none finite" : $"{NumberText.Of(finite.Min())} to {NumberText.Of(finite.Max())}";
    }
}

/// <summary>Numbers from low to high as colours, and what they mean.</summary>
sealed record ColorScale(ColorMap Map, double Low, double High, string? Label)
{
    /// <summary>Levels between which the colour is one and the same; none where it changes steadily.</summary>
    public IReadOnlyList<double> Bands { get; init; } = [];

    public Rgb At(double value) => Map.At((value - Low) / (High - Low));

    /// <summary>The colour that stands at a number in the colour bar.</summary>
    public Rgb Shown(double value)
    {
        if (Bands.Count == 0) return At(value);
        var step = Bands.Count > 1 ? Bands[1] - Bands[0] : High - Bands[0];
        return At(Bands[0] + (Math.Floor((value - Bands[0]) / step) + 0.5) * step);
    }
}
