using System.Text.Json.Nodes;

namespace GenerativeCourse.Figures.Plots;

/// <summary>Writes panels as a figure of plotly.js: data, layout, and the frames of an animation.</summary>
static class PlotlyWriter
{
    const string Family = "Noto Sans, Open Sans, Segoe UI, Helvetica, Arial, sans-serif";

    public static JsonObject Write(string? title, IReadOnlyList<Panel> panels, int columns, (int Width, int Height) size)
    {
        var layout = new JsonObject
        {
            ["width"] = size.Width,
            ["height"] = size.Height,
            ["font"] = new JsonObject { ["family"] = Family, ["size"] = 12, ["color"] = Theme.Ink.ToString() },
            ["paper_bgcolor"] = Theme.Paper.ToString(),
            ["plot_bgcolor"] = Theme.Paper.ToString(),
            ["margin"] = new JsonObject { ["l"] = 64, ["r"] = 24, ["t"] = title is null ? 36 : 76, ["b"] = 56 },
            ["legend"] = new JsonObject { ["orientation"] = "h", ["x"] = 0, ["y"] = 1.01, ["yanchor"] = "bottom" },
            ["barmode"] = panels.Any(panel => panel.Traces.OfType<HistogramTrace>().Any()) ? "overlay" : "group",
        };
        if (title is not null) layout["title"] = new JsonObject { ["text"] = $"<b>{PlotlyJson.Text(title)}</b>", ["x"] = 0.02, ["xanchor"] = "left", ["font"] = new JsonObject { ["size"] = 15 } };
        if (panels.Count > 1)
            layout["grid"] = new JsonObject { ["rows"] = (panels.Count + columns - 1) / columns, ["columns"] = columns, ["pattern"] = "independent", ["xgap"] = 0.22, ["ygap"] = 0.32 };

        var data = Data(panels, layout);
        var (shapes, notes) = (new JsonArray(), new JsonArray());
        for (var index = 0; index < panels.Count; index++)
        {
            var (panel, x, y) = (panels[index], Name("x", index), Name("y", index));
            var (xRange, yRange) = panel.Ranges();
            layout[Name("xaxis", index)] = AxisOf(panel.X, xRange);
            layout[Name("yaxis", index)] = AxisOf(panel.Y, yRange);
            if (panel.Equal) (layout[Name("yaxis", index)]!["scaleanchor"], layout[Name("xaxis", index)]!["constrain"]) = (x, "domain");
            if (panel.Title is { } heading)
                notes.Add(new JsonObject { ["text"] = $"<b>{PlotlyJson.Text(heading)}</b>", ["showarrow"] = false, ["xref"] = x + " domain", ["yref"] = y + " domain", ["x"] = 0, ["y"] = 1, ["xanchor"] = "left", ["yanchor"] = "bottom" });
            foreach (var rule in panel.Traces.OfType<RuleTrace>())
            {
                shapes.Add(rule.Shape(x, y));
                if (rule.Annotation(x, y, panel.X.Log, panel.Y.Log) is { } note) notes.Add(note);
            }
            foreach (var note in panel.Traces.OfType<NoteTrace>()) notes.Add(note.Annotation(x, y, panel.X.Log, panel.Y.Log));
        }
        if (shapes.Count > 0) layout["shapes"] = shapes;
        if (notes.Count > 0) layout["annotations"] = notes;
        return new() { ["data"] = data, ["layout"] = layout };
    }

    /// <summary>The traces of all panels, each on its own axes; a name that returns is listed once.</summary>
    public static JsonArray Data(IReadOnlyList<Panel> panels, JsonObject? layout = null)
    {
        var data = new JsonArray();
        var listed = new HashSet<(string, Rgb)>();
        for (var index = 0; index < panels.Count; index++)
            foreach (var trace in panels[index].Traces)
                foreach (var json in trace.Plotly())
                {
                    if (trace.Name is { } name) json["name"] = PlotlyJson.Text(name);
                    var hidden = !panels[index].Legend || !trace.InLegend || json["showlegend"] is not null || !listed.Add((trace.Name!, trace.Color));
                    json["showlegend"] = !hidden;
                    if (index > 0) (json["xaxis"], json["yaxis"]) = (Name("x", index), Name("y", index));
                    data.Add(json);
                }
        if (layout is not null) layout["showlegend"] = data.Any(json => (bool)json!["showlegend"]!);
        return data;
    }

    /// <summary>Adds frames, with a slider that moves through them and a button that plays them.</summary>
    public static void Animate(JsonObject figure, IReadOnlyList<(string Label, IReadOnlyList<Panel> Panels)> frames, string? what)
    {
        var list = new JsonArray();
        var steps = new JsonArray();
        for (var index = 0; index < frames.Count; index++)
        {
            var data = Data(frames[index].Panels);
            list.Add(new JsonObject { ["name"] = $"{index}", ["data"] = data, ["traces"] = new JsonArray([.. Enumerable.Range(0, data.Count).Select(at => (JsonNode)at)]) });
            steps.Add(new JsonObject { ["label"] = PlotlyJson.Text(frames[index].Label), ["method"] = "animate", ["args"] = new JsonArray(new JsonArray($"{index}"), Motion(0)) });
        }
        figure["frames"] = list;
        var slider = new JsonObject { ["steps"] = steps, ["active"] = 0, ["x"] = 0.12, ["len"] = 0.88, ["y"] = -0.12, ["pad"] = new JsonObject { ["t"] = 24 } };
        if (what is not null) slider["currentvalue"] = new JsonObject { ["prefix"] = PlotlyJson.Text(what) + " " };
        var layout = (JsonObject)figure["layout"]!;
        layout["sliders"] = new JsonArray(slider);
        layout["updatemenus"] = new JsonArray(new JsonObject
        {
            ["type"] = "buttons",
            ["showactive"] = false,
            ["x"] = 0,
            ["y"] = -0.12,
            ["xanchor"] = "left",
            ["yanchor"] = "top",
            ["pad"] = new JsonObject { ["t"] = 40 },
            ["buttons"] = new JsonArray(new JsonObject { ["label"] = "Play", ["method"] = "animate", ["args"] = new JsonArray(null, Motion(400)) }),
        });
        layout["height"] = (int)layout["height"]! + 90;
        layout["margin"]!["b"] = 146;
    }

    static JsonObject Motion(int pause) => new()
    {
        ["mode"] = "immediate",
        ["fromcurrent"] = true,
        ["frame"] = new JsonObject { ["duration"] = pause, ["redraw"] = true },
        ["transition"] = new JsonObject { ["duration"] = 0 },
    };

    static JsonObject AxisOf(Axis axis, (double Low, double High) range)
    {
        var (low, high) = axis.Log ? (Math.Log10(range.Low), Math.Log10(range.High)) : range;
        if (axis.Reversed) (low, high) = (high, low);
        var json = new JsonObject
        {
            ["range"] = PlotlyJson.Numbers([low, high]),
            ["gridcolor"] = Theme.Grid.ToString(),
            ["linecolor"] = Theme.Axis.ToString(),
            ["showline"] = true,
            ["ticks"] = "outside",
            ["tickcolor"] = Theme.Axis.ToString(),
            ["tickfont"] = new JsonObject { ["color"] = Theme.SoftInk.ToString() },
            ["zeroline"] = false,
            ["automargin"] = true,
            ["exponentformat"] = "power",
        };
        if (axis.Log) json["type"] = "log";
        if (axis.Categories is { } names)
        {
            json["type"] = "category";
            json["categoryorder"] = "array";
            json["categoryarray"] = PlotlyJson.Texts(names);
        }
        else if (axis.Ticks is { } ticks)
        {
            json["tickvals"] = PlotlyJson.Numbers(ticks.Select(tick => tick.Value));
            json["ticktext"] = PlotlyJson.Texts(ticks.Select(tick => tick.Text));
        }
        if (axis.Label is { } label) json["title"] = new JsonObject { ["text"] = PlotlyJson.Text(label) };
        return json;
    }

    static string Name(string kind, int index) => index == 0 ? kind : $"{kind}{index + 1}";
}
