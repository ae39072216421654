using System.Net;
using GenerativeCourse.Figures.Controls;
using GenerativeCourse.Figures.Display;
using GenerativeCourse.Figures.Drawing;
using GenerativeCourse.Figures.Images;
using GenerativeCourse.Figures.Plots;

namespace GenerativeCourse.Figures;

/// <summary>
/// A map of images over two numbers, such as a latent space of two dimensions, with a point that is dragged over it and
/// shows the image there large: HTML of its own that needs no network and no kernel. The mouse, a finger, the arrow keys
/// and two sliders move the point; where scripts do not run the map with its axes shows, and beside it a labelled strip of
/// images from its corners, edges and middle, where the map is not too heavy. It weighs at most 150 kB.
/// </summary>
[TypeFormatterSource(typeof(DragMapFormatters), PreferredMimeTypes = ["text/html", "image/png", "text/plain"])]
public sealed partial class DragMap : IPicture
{
    const int StripWidth = 84, Overhead = 10_000; // bytes of script and markup, with room to spare

    readonly Numbers x, y;
    readonly string xName, yName;
    readonly ImageBatch images;
    readonly double high;
    string? heading;

    internal DragMap(ImageBatch images, double high, Numbers x, Numbers y, string xName, string yName)
    {
        if (x.Count < 2 || y.Count < 2 || images.Count != x.Count * y.Count)
            throw new ArgumentException($"{x.Count} × {y.Count} places need {x.Count * y.Count} images, and {images.Count} were given; decode DragMap.Points(x, y), with two or more of each.");
        (this.images, this.high, this.x, this.y, this.xName, this.yName) = (images, high, x, y, xName, yName);
    }

    /// <summary>Images with values in [0, 1] of shape (X·Y, H, W), (X·Y, 1, H, W) or (X·Y, 3, H, W), in the order of <see cref="Points"/>.</summary>
    public DragMap(float[] pixels, int[] shape, Numbers x, Numbers y, string xName = "z₁", string yName = "z₂")
        : this(ImageBatch.Of(pixels, [.. shape.Select(n => (long)n)]), 1, x, y, xName, yName) { }

    /// <inheritdoc/>
    public string? AltText { get; private set; }

    /// <summary>The places of the map, a row (x, y) each, x running first: what a decoder turns into the images.</summary>
    public static float[,] Points(Numbers x, Numbers y)
    {
        var points = new float[x.Count * y.Count, 2];
        for (var index = 0; index < x.Count * y.Count; index++) (points[index, 0], points[index, 1]) = ((float)x[index % x.Count], (float)y[index / x.Count]);
        return points;
    }

    /// <summary>A line above the map.</summary>
    public DragMap Title(string title)
    {
        heading = title;
        return this;
    }

    /// <summary>Says in words what the map shows.</summary>
    public DragMap Alt(string text)
    {
        AltText = text;
        return this;
    }

    /// <summary>The map as a PNG file.</summary>
    public byte[] ToPng() => Sheet().Canvas.ToPng(AltText);

    /// <summary>Writes the control; the name ends in .html or .png.</summary>
    public void Save(string path) => PictureFile.Save(path, (".html", () => PictureHtml.Page(null, ToHtml())), (".png", ToPng));

    /// <summary>One line that says what is shown.</summary>
    public override string ToString() =>
        $"DragMap{(heading is null ? "" : $" \"{heading}\"")}: {x.Count} × {y.Count} images of {images.Height} × {images.Width}, {xName} {NumberText.Of(x[0])} to {NumberText.Of(x[^1])}, {yName} {NumberText.Of(y[0])} to {NumberText.Of(y[^1])}{(AltText is null ? "" : $" — {AltText}")}";

    /// <summary>The control as HTML.</summary>
    public string ToHtml()
    {
        var (sheet, canvas, shades) = Sheet();
        var large = Math.Max(1, 196 / Math.Max(images.Width, images.Height));
        var alt = WebUtility.HtmlEncode(AltText ?? ToString());
        var map = PictureHtml.Address(canvas.ToPng(null));
        var markup = $"""
            <div class="{ControlScript.Class}" role="group" aria-label="{alt}" style="display:flex;flex-wrap:wrap;gap:16px;font-family:sans-serif">
            <div data-pad aria-label="the map: arrow keys move the point" style="position:relative;touch-action:none;align-self:flex-start"><img src="{map}" alt="{alt}" width="{sheet.Width}" draggable="false" style="display:block;max-width:100%;height:auto;image-rendering:pixelated">
            <div data-ring style="display:none;position:absolute;box-sizing:border-box;outline:2px solid #D55E00;box-shadow:0 0 0 4px #fff;pointer-events:none"></div></div>
            <div data-strip style="display:flex;flex-wrap:wrap;gap:8px;flex:1 1 288px;max-width:{3 * StripWidth + 32}px;align-content:flex-start">{Strip(sheet, shades, ControlScript.Limit - Overhead - map.Length)}</div>
            <div data-side style="display:none"><canvas width="{images.Width}" height="{images.Height}" role="img" aria-label="the image at the point" style="width:{large * images.Width}px;image-rendering:pixelated;display:block"></canvas>
            <output aria-live="polite" style="display:block;margin:8px 0"></output>{Slider(xName, x)}{Slider(yName, y)}</div></div>
            """;
        return ControlScript.Attach(markup, "drag-map.js", "use fewer places or smaller images", ("MAP", sheet.Json()));
    }

    RasterCanvas IPicture.Paint() => Sheet().Canvas;

    (string Address, int Width) IPicture.Embed()
    {
        var (sheet, canvas, _) = Sheet();
        return (PictureHtml.Address(canvas.ToPng(null)), sheet.Width);
    }

    // Fewer shades make a lighter file, and the eye hardly tells 32 of them from 256 in an image this small.
    (MapSheet Sheet, RasterCanvas Canvas, int Shades) Sheet()
    {
        var sheet = new MapSheet(images, high, x, y, xName, yName, heading);
        foreach (var shades in (int[])[256, 32])
            if (sheet.Paint(shades) is var canvas && 4 * canvas.ToPng(null).Length / 3 < 100_000)
                return (sheet, canvas, shades);
        return (sheet, sheet.Paint(16), 16);
    }

    // Nine images, or four, or none: what the map leaves of the weight.
    static string Strip(MapSheet sheet, int shades, int room) => ((int[])[3, 2])
        .Select(side => string.Concat(sheet.Frames(side, shades).Select(frame => Framed(frame.Label, frame.Picture))))
        .FirstOrDefault(strip => strip.Length < room) ?? "";

    static string Framed(string label, Bitmap picture) =>
        $"<figure style=\"margin:0;width:{StripWidth}px\"><img src=\"{PictureHtml.Address(Png.Encode(picture))}\" alt=\"{WebUtility.HtmlEncode(label)}\" width=\"{StripWidth}\" style=\"image-rendering:pixelated\"><figcaption style=\"font-size:11px\">{WebUtility.HtmlEncode(label.Replace(" = ", "\u00A0=\u00A0", StringComparison.Ordinal))}</figcaption></figure>";

    static string Slider(string name, Numbers values) =>
        $"<label style=\"display:block\">{WebUtility.HtmlEncode(name)} <input type=\"range\" min=\"0\" max=\"{values.Count - 1}\" value=\"{values.Count / 2}\" style=\"width:160px;min-height:28px\"></label>";
}
