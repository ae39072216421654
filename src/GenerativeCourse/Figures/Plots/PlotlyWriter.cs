using System.Text.Json.Nodes;

namespace GenerativeCourse.Figures.Plots;

/// <summary>Writes a planned figure for plotly.js, with its frames, legends and colour bars where the picture has them.</summary>
static class PlotlyWriter
{
    const string Family = "Noto Sans, Open Sans, Segoe UI, Helvetica, Arial, sans-serif";

    /// <summary>Data and layout; <paramref name="below"/> leaves room for controls, in CSS pixels.</summary>
    public static JsonObject Write(FigurePlan plan, int below = 0)
    {
        var page = new Page(plan.Width, plan.Height + below);
        var layout = new JsonObject
        {
            ["width"] = plan.Width,
            ["height"] = plan.Height + below,
            ["font"] = new JsonObject { ["family"] = Family, ["size"] = 12, ["color"] = Theme.Ink.ToString() },
            ["paper_bgcolor"] = Theme.Paper.ToString(),
            ["plot_bgcolor"] = Theme.Paper.ToString(),
            ["margin"] = new JsonObject { ["l"] = 0, ["r"] = 0, ["t"] = 0, ["b"] = 0 },
        };
        if (plan.Cells.Any(cell => cell.Layout.Panel.Traces.Any(trace => trace is BarTrace or HistogramTrace))) layout["barmode"] = "overlay";
        if (plan.Title.Count > 0)
            layout["title"] = new JsonObject { ["text"] = $"<b>{PlotlyJson.Text(string.Join('\n', plan.Title))}</b>", ["x"] = page.X(plan.Left), ["y"] = page.Y(8), ["xanchor"] = "left", ["yanchor"] = "top", ["font"] = new JsonObject { ["size"] = 15 } };
        if (plan.Legend.Count > 0) layout["legend"] = Legend(page, plan.Left, plan.LegendTop + plan.Legend.Count * PanelLayout.LegendRow);

        var (shapes, notes) = (new JsonArray(), new JsonArray());
        for (var index = 0; index < plan.Cells.Count; index++)
        {
            var (cell, frame, _) = plan.Cells[index];
            var (panel, x, y) = (cell.Panel, Name("x", index), Name("y", index));
            if (cell.Legend.Count > 0) layout[Name("legend", index)] = Legend(page, frame.Left, frame.Top - 2);
            layout[Name("xaxis", index)] = PlotlyAxis.Of(panel.X, frame.X, cell.XTicks, cell.XLines, cell.XUpright, y, page.X(frame.Left), page.X(frame.Right));
            layout[Name("yaxis", index)] = PlotlyAxis.Of(panel.Y, frame.Y, cell.YTicks, null, false, x, page.Y(frame.Bottom), page.Y(frame.Top));
            if (panel.Title is { } heading)
                notes.Add(new JsonObject { ["text"] = $"<b>{PlotlyJson.Text(heading)}</b>", ["showarrow"] = false, ["xref"] = "paper", ["yref"] = "paper", ["x"] = page.X(frame.Left), ["y"] = page.Y(plan.Cells[index].Top + 16), ["xanchor"] = "left", ["yanchor"] = "bottom", ["borderpad"] = 0 });
            foreach (var rule in panel.Traces.OfType<RuleTrace>())
            {
                shapes.Add(rule.Shape(x, y));
                if (rule.Annotation(x, y, panel.X.Log, panel.Y.Log) is { } note) notes.Add(note);
            }
            foreach (var note in panel.Traces.OfType<NoteTrace>()) notes.Add(note.Annotation(x, y, panel.X.Log, panel.Y.Log));
        }
        if (shapes.Count > 0) layout["shapes"] = shapes;
        if (notes.Count > 0) layout["annotations"] = notes;
        var data = Data(plan, page);
        layout["showlegend"] = data.Any(trace => (bool)trace!["showlegend"]!);
        return new() { ["data"] = data, ["layout"] = layout };
    }

    /// <summary>Adds frames, with a slider that moves through them and a button that plays them.</summary>
    public static JsonObject Animation(FigurePlan first, IReadOnlyList<(string Label, FigurePlan Plan)> frames, string what)
    {
        const int room = 84;
        var figure = Write(first, room);
        var page = new Page(first.Width, first.Height + room);
        var (list, steps) = (new JsonArray(), new JsonArray());
        for (var index = 0; index < frames.Count; index++)
        {
            var data = Data(frames[index].Plan, page);
            list.Add(new JsonObject { ["name"] = $"{index}", ["data"] = data, ["traces"] = new JsonArray([.. Enumerable.Range(0, data.Count).Select(at => (JsonNode)at)]) });
            steps.Add(new JsonObject { ["label"] = PlotlyJson.Text(frames[index].Label), ["method"] = "animate", ["args"] = new JsonArray(new JsonArray($"{index}"), Motion(0)) });
        }
        figure["frames"] = list;
        var frame = first.Cells[0].Frame;
        var layout = (JsonObject)figure["layout"]!;
        layout["sliders"] = new JsonArray(new JsonObject
        {
            ["steps"] = steps,
            ["currentvalue"] = new JsonObject { ["prefix"] = PlotlyJson.Text(what) + " " },
            ["pad"] = new JsonObject { ["t"] = 0, ["b"] = 0, ["l"] = 0, ["r"] = 0 },
            ["x"] = page.X(frame.Left + 80),
            ["len"] = (frame.Width - 80) / page.Width,
            ["y"] = page.Y(first.Height),
            ["yanchor"] = "top",
        });
        layout["updatemenus"] = new JsonArray(new JsonObject
        {
            ["type"] = "buttons",
            ["showactive"] = false,
            ["x"] = page.X(frame.Left),
            ["y"] = page.Y(first.Height + 18),
            ["xanchor"] = "left",
            ["yanchor"] = "top",
            ["pad"] = new JsonObject { ["t"] = 0, ["l"] = 0 },
            ["buttons"] = new JsonArray(new JsonObject { ["label"] = "Play", ["method"] = "animate", ["args"] = new JsonArray(null, Motion(400)) }),
        });
        return figure;
    }

    // The traces of all panels, each on its own axes and in its own legend, or once in the shared one.
    static JsonArray Data(FigurePlan plan, Page page)
    {
        var data = new JsonArray();
        for (var index = 0; index < plan.Cells.Count; index++)
        {
            var (cell, frame, _) = plan.Cells[index];
            foreach (var trace in cell.Panel.FromBelow)
                foreach (var json in trace.Plotly())
                {
                    if (trace.Name is { } name) json["name"] = PlotlyJson.Text(name);
                    json["showlegend"] = trace.InLegend && cell.Panel.Legend && (index == 0 || plan.Legend.Count == 0);
                    if (index > 0) (json["xaxis"], json["yaxis"]) = (Name("x", index), Name("y", index));
                    if (index > 0 && cell.Legend.Count > 0) json["legend"] = Name("legend", index);
                    if ((json["colorbar"] ?? json["marker"]?["colorbar"]) is JsonObject bar) Place(bar, page, frame);
                    data.Add(json);
                }
        }
        return data;
    }

    static void Place(JsonObject bar, Page page, Frame frame)
    {
        (bar["x"], bar["xanchor"], bar["xpad"]) = (page.X(frame.Right + 12), "left", 0);
        (bar["y"], bar["yanchor"], bar["ypad"]) = (page.Y(frame.Bottom), "bottom", 0);
        bar["len"] = frame.Height / page.Height;
    }

    static JsonObject Legend(Page page, double left, double bottom) => new() { ["orientation"] = "h", ["x"] = page.X(left), ["y"] = page.Y(bottom), ["xanchor"] = "left", ["yanchor"] = "bottom", ["bgcolor"] = "rgba(0,0,0,0)" };

    static JsonObject Motion(int pause) => new()
    {
        ["mode"] = "immediate",
        ["fromcurrent"] = true,
        ["frame"] = new JsonObject { ["duration"] = pause, ["redraw"] = true },
        ["transition"] = new JsonObject { ["duration"] = 0 },
    };

    static string Name(string kind, int index) => index == 0 ? kind : $"{kind}{index + 1}";

    /// <summary>Turns CSS pixels from the top left into plotly's shares of the page from the bottom left.</summary>
    sealed record Page(double Width, double Height)
    {
        public double X(double pixel) => Math.Round(pixel / Width, 5);

        public double Y(double pixel) => Math.Round(1 - pixel / Height, 5);
    }
}
