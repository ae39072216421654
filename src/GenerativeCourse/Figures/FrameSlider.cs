using System.Net;
using System.Text;
using GenerativeCourse.Figures.Controls;
using GenerativeCourse.Figures.Display;
using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures;

/// <summary>
/// A slider through pictures that were made before: HTML of its own that needs no network and no kernel, works by mouse and
/// by keyboard, and shows a labelled strip of its frames where scripts do not run. It weighs at most 150 kB.
/// </summary>
[TypeFormatterSource(typeof(FrameSliderFormatters), PreferredMimeTypes = ["text/html", "image/png", "text/plain"])]
public sealed class FrameSlider : IPicture
{
    readonly string slider;
    readonly string[] labels;
    readonly IPicture[] pictures;

    /// <summary>What the slider moves through, such as "epoch", and a label and a picture for each of its places.</summary>
    public FrameSlider(string slider, IEnumerable<string> labels, IEnumerable<IPicture> pictures)
    {
        (this.slider, this.labels, this.pictures) = (slider, [.. labels], [.. pictures]);
        if (this.labels.Length != this.pictures.Length || this.labels.Length < 2)
            throw new ArgumentException($"{this.labels.Length} labels and {this.pictures.Length} pictures make no slider; give as many of each, two or more.");
    }

    /// <inheritdoc/>
    public string? AltText { get; private set; }

    /// <summary>Says in words what the frames show and how they change.</summary>
    public FrameSlider Alt(string text)
    {
        AltText = text;
        return this;
    }

    /// <summary>The control as HTML.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder($"<div class=\"{ControlScript.Class}\" role=\"group\" aria-label=\"{Escape(AltText ?? ToString())}\"><div style=\"display:flex;flex-wrap:wrap;gap:8px\">");
        for (var index = 0; index < pictures.Length; index++)
        {
            var (address, width) = pictures[index].Embed();
            var label = Escape($"{slider} {labels[index]}");
            html.Append($"<figure data-label=\"{label}\" style=\"margin:0\"><img src=\"{address}\" alt=\"{label}\" width=\"{Math.Min(width, 220)}\" data-width=\"{width}\" style=\"max-width:100%;height:auto\"><figcaption>{label}</figcaption></figure>");
        }
        html.Append($"</div><div data-bar style=\"display:none;gap:12px;align-items:center;margin-top:8px;font-family:sans-serif\"><button type=\"button\" style=\"min-width:4em;min-height:28px\">Play</button>");
        html.Append($"<input type=\"range\" min=\"0\" max=\"{pictures.Length - 1}\" value=\"0\" aria-label=\"{Escape(slider)}\" style=\"width:320px;max-width:60%;min-height:28px\"><output></output></div></div>");
        return ControlScript.Attach(html.ToString(), "frame-slider.js", "show fewer frames, or draw fewer points in each");
    }

    /// <summary>Up to six of the frames, the first and the last among them, as one PNG file.</summary>
    public byte[] ToPng() => Paint().ToPng(AltText, drawing: true);

    /// <summary>Writes the control; the name ends in .html or .png.</summary>
    public void Save(string path) => PictureFile.Save(path, (".html", () => PictureHtml.Page(null, ToHtml())), (".png", ToPng));

    /// <summary>One line that says what is shown.</summary>
    public override string ToString() => $"FrameSlider: {labels.Length} frames by {slider}, \"{labels[0]}\" to \"{labels[^1]}\", the first: {pictures[0]}{(AltText is null ? "" : $" — {AltText}")}";

    RasterCanvas IPicture.Paint() => Paint();

    (string Address, int Width) IPicture.Embed()
    {
        var canvas = Paint();
        return (PictureHtml.Address(canvas.ToPng(null, drawing: true)), canvas.Bitmap.Width / 2);
    }

    RasterCanvas Paint()
    {
        var count = Math.Min(6, pictures.Length);
        var shown = Enumerable.Range(0, count).Select(index => index * (pictures.Length - 1) / (count - 1)).ToArray();
        return FrameStrip.Paint([.. shown.Select(index => ($"{slider} {labels[index]}", pictures[index].Paint().Bitmap))]);
    }

    static string Escape(string text) => WebUtility.HtmlEncode(text);
}
