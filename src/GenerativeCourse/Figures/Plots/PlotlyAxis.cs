using System.Text.Json.Nodes;

namespace GenerativeCourse.Figures.Plots;

/// <summary>Writes an axis for plotly.js.</summary>
static class PlotlyAxis
{
    /// <summary>An axis of a scale, between two places of the page, anchored to the other axis.</summary>
    public static JsonObject Of(Axis axis, Scale scale, List<Tick> ticks, List<List<string>>? lines, bool upright, string anchor, double from, double to)
    {
        var (low, high) = axis.Log ? (Math.Log10(scale.Low), Math.Log10(scale.High)) : (scale.Low, scale.High);
        var json = new JsonObject
        {
            ["domain"] = new JsonArray(from, to),
            ["anchor"] = anchor,
            ["range"] = axis.Reversed ? PlotlyJson.Numbers([high, low]) : PlotlyJson.Numbers([low, high]),
            ["linecolor"] = Theme.Axis.ToString(),
            ["showline"] = true,
            ["ticks"] = "outside",
            ["tickcolor"] = Theme.Axis.ToString(),
            ["tickfont"] = new JsonObject { ["color"] = Theme.SoftInk.ToString(), ["size"] = 11.5 },
            ["zeroline"] = false,
        };
        if (axis.Label is { } label) json["title"] = new JsonObject { ["text"] = PlotlyJson.Text(label), ["standoff"] = 8, ["font"] = new JsonObject { ["size"] = 12.5 } };
        if (axis.Categories is { } names)
        {
            json["type"] = "category";
            json["categoryarray"] = PlotlyJson.Texts(names);
            json["showgrid"] = false;
            if (lines is null) return json;
            json["tickvals"] = PlotlyJson.Texts(names);
            json["ticktext"] = PlotlyJson.Texts(lines.Select(wrapped => string.Join('\n', wrapped)));
            if (upright) json["tickangle"] = -90;
            return json;
        }
        json["gridcolor"] = Theme.Grid.ToString();
        if (axis.Log) json["type"] = "log";
        if (axis.Ticks is not null)
        {
            json["tickvals"] = PlotlyJson.Numbers(axis.Ticks.Select(tick => tick.Value));
            json["ticktext"] = PlotlyJson.Texts(axis.Ticks.Select(tick => tick.Text));
        }
        else if (axis.Log)
        {
            json["exponentformat"] = "power";
            if (ticks.Any(tick => tick.Text.Length == 0)) json["dtick"] = 1;
        }
        else
        {
            json["exponentformat"] = "power";
            json["nticks"] = ticks.Count + 1;
        }
        return json;
    }
}
