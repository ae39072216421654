using System.Text.Json.Nodes;

namespace GenerativeCourse.Figures.Plots;

/// <summary>Small pieces of plotly.js's schema.</summary>
static class PlotlyJson
{
    /// <summary>Numbers to five significant digits, what is not finite as null.</summary>
    public static JsonArray Numbers(IEnumerable<double> values)
    {
        var array = new JsonArray();
        foreach (var value in values) array.Add(Number(value));
        return array;
    }

    /// <summary>Puts x into a trace: as a start and a step where the numbers are evenly spaced.</summary>
    public static void X(JsonObject trace, IReadOnlyList<double> x)
    {
        var step = x.Count > 2 ? (x[^1] - x[0]) / (x.Count - 1) : 0;
        if (step != 0 && Enumerable.Range(0, x.Count).All(index => Math.Abs(x[0] + index * step - x[index]) <= 1e-6 * Math.Abs(x[^1] - x[0])))
            (trace["x0"], trace["dx"]) = (JsonValue.Create(x[0]), JsonValue.Create(step));
        else trace["x"] = Numbers(x);
    }

    public static JsonNode? Number(double value)
    {
        if (!double.IsFinite(value)) return null;
        if (value == Math.Floor(value) && Math.Abs(value) < 1e9) return JsonValue.Create((long)value);
        var digits = 4 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return JsonValue.Create(digits is >= 0 and <= 15 ? Math.Round(value, digits) : double.Parse(value.ToString("G5", null), null));
    }

    /// <summary>A text as Plotly reads it: its few HTML tags are no part of ours.</summary>
    public static string Text(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal);

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)Text(text))]);

    /// <summary>A colour map from its stops.</summary>
    public static JsonArray Colors(ColorMap map) =>
        new([.. map.Stops.Select((stop, index) => (JsonNode)new JsonArray(Number((double)index / (map.Stops.Count - 1)), stop.ToString()))]);

    public static JsonObject ColorBar(string? label)
    {
        var bar = new JsonObject { ["thickness"] = 14, ["outlinewidth"] = 0 };
        if (label is not null) bar["title"] = new JsonObject { ["text"] = Text(label), ["side"] = "right" };
        return bar;
    }

    public static string Rgba(Rgb color, double alpha) => FormattableString.Invariant($"rgba({color.R},{color.G},{color.B},{alpha:0.##})");
}
