using System.Text.Json;
using System.Text.Json.Nodes;
using GenerativeCourse.Figures.Display;
using GenerativeCourse.Figures.Drawing;
using GenerativeCourse.Figures.Plots;

namespace GenerativeCourse.Figures;

public sealed partial class Figure
{
    // A notebook asks for the picture twice, by itself and within HTML.
    byte[]? png;

    static readonly JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The figure as a PNG file at twice the CSS density.</summary>
    public byte[] ToPng() => png ??= Paint().ToPng(AltText, drawing: true);

    /// <summary>The figure as SVG.</summary>
    public string ToSvg() => DrawOn((width, height) => new SvgCanvas(width, height, Theme.Paper, Heading ?? "Figure", AltText)).ToString();

    /// <summary>The figure in plotly.js's own schema: data, layout, and frames where it moves.</summary>
    public string ToPlotlyJson() => Plotly().ToJsonString(Compact);

    /// <summary>
    /// The figure as HTML that needs nothing beside it: its picture, which turns into an interactive figure where the page
    /// has plotly.js or the installed kernel's copy can be reached; an animation as a <see cref="FrameSlider"/>.
    /// </summary>
    public string ToHtml()
    {
        if (frames.Count > 0) return Slider().ToHtml();
        var image = PictureHtml.Image(ToPng(), AltText ?? ToString());
        return panels.All(panel => panel.Traces.All(trace => trace.IsBasic)) ? PlotlyHtml.Upgrade(image, ToPlotlyJson()) : image;
    }

    /// <summary>Writes the figure; the name ends in .png, .svg, .json (Plotly) or .html.</summary>
    public void Save(string path) =>
        PictureFile.Save(path, (".png", ToPng), (".svg", ToSvg), (".json", ToPlotlyJson), (".html", () => PictureHtml.Page(Heading, ToHtml())));

    /// <summary>One line that says what is drawn: title, axes, and each thing with its ranges.</summary>
    public override string ToString()
    {
        var parts = panels.Select(panel =>
        {
            string?[] labels = [panel.X.Label is { } x ? $"x: {x}" : null, panel.Y.Label is { } y ? $"y: {y}" : null];
            var axes = string.Join(", ", labels.Where(label => label is not null));
            var title = panel.Title is { } heading ? $"\"{heading}\" " : "";
            return $"{title}{(axes.Length > 0 ? $"({axes}) " : "")}{string.Join("; ", panel.Traces.Where(trace => trace is not NoteTrace).Select(trace => trace.Describe()))}";
        });
        var moving = frames.Count > 0 ? $"{frames.Count} frames by {frameName}, \"{frames[0].Label}\" to \"{frames[^1].Label}\": " : "";
        return $"Figure{(Heading is null ? "" : $" \"{Heading}\"")}: {moving}{string.Join(" | ", parts)}{Spoken}".Replace('\n', ' ');
    }

    // VS Code reads the text to those who do not see the picture beside it.
    string Spoken => AltText is null ? "" : $" — {AltText}";

    JsonObject Plotly()
    {
        var figure = frames.Count == 0
            ? PlotlyWriter.Write(Plan(panels))
            : PlotlyWriter.Animation(Plan(panels), [.. frames.Select(frame => (frame.Label, Plan([frame.Panel])))], frameName);
        if (AltText is not null) figure["layout"]!["meta"] = new JsonObject { ["alt"] = AltText };
        return figure;
    }

    RasterCanvas Paint() => DrawOn((width, height) => new RasterCanvas(width, height, 2, Theme.Paper));

    RasterCanvas IPicture.Paint() => Paint();

    (string Address, int Width) IPicture.Embed()
    {
        var (svg, png) = (PictureHtml.Address(ToSvg()), PictureHtml.Address(ToPng()));
        return (svg.Length < png.Length ? svg : png, Still().Measures.Width);
    }

    /// <summary>Draws on a canvas made for the figure's width and height.</summary>
    internal T DrawOn<T>(Func<int, int, T> make) where T : ICanvas
    {
        var still = Still();
        var plan = still.Plan(still.panels);
        var canvas = make(plan.Width, plan.Height);
        plan.Draw(canvas);
        return canvas;
    }

    FigurePlan Plan(IReadOnlyList<Panel> shown) => new(Heading, shown, columns, Measures.Width, Measures.Height);

    FrameSlider Slider()
    {
        var slider = new FrameSlider(frameName, frames.Select(frame => frame.Label), frames.Select(frame => new Figure(Heading, [frame.Panel], 1) { Given = Measures }));
        return slider.Alt(AltText ?? ToString());
    }

    // What stands for a moving figure on paper: up to six of its frames, the first and the last among them.
    Figure Still()
    {
        if (frames.Count == 0) return this;
        var count = Math.Min(6, frames.Count);
        var shown = Enumerable.Range(0, count).Select(i => frames[count == 1 ? 0 : i * (frames.Count - 1) / (count - 1)]);
        return new(Heading, [.. shown.Select(frame => frame.Panel.Copy($"{frameName} {frame.Label}"))], Math.Min(3, count));
    }
}
