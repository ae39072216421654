using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace GenerativeCourse.Figures.Drawing;

/// <summary>Writes the drawing as SVG 1.1, text as text.</summary>
sealed class SvgCanvas : ICanvas
{
    // Noto Sans and Open Sans share the widths that the layout was measured with; the others come close.
    const string Family = "Noto Sans,Open Sans,Segoe UI,Helvetica Neue,Arial,DejaVu Sans,sans-serif";

    // Names are unique in a page and the same in every run: a hash of the drawing takes this sign's place at the end.
    const char Name = '\u0001';

    readonly StringBuilder svg = new();
    int names;

    public SvgCanvas(int width, int height, Rgb background, string title, string? description)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"role=\"img\" aria-label=\"{Escape(description ?? title)}\" font-family=\"{Family}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Escape(title)}</title>");
        if (description is not null) svg.Append(CultureInfo.InvariantCulture, $"<desc>{Escape(description)}</desc>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"{background}\"/>");
    }

    public override string ToString()
    {
        var text = svg + "</svg>";
        return text.Replace(Name.ToString(), "f" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8], StringComparison.Ordinal);
    }

    public void Box(double x, double y, double width, double height, Rgb color, double alpha = 1) =>
        svg.Append($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" fill=\"{color}\"{Opacity("fill", alpha)} shape-rendering=\"crispEdges\"/>");

    public void Fill(Outline outline, Rgb color, double alpha = 1) =>
        svg.Append($"<path d=\"{Data(outline)}\" fill=\"{color}\"{Opacity("fill", alpha)}/>");

    public void Stroke(Outline outline, Rgb color, double width, double[]? dashes = null, double alpha = 1)
    {
        svg.Append($"<path d=\"{Data(outline)}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{N(width)}\" stroke-linejoin=\"round\"{Opacity("stroke", alpha)}");
        if (dashes is not null) svg.Append($" stroke-dasharray=\"{string.Join(' ', dashes.Select(N))}\"");
        svg.Append("/>");
    }

    public void Marks(ReadOnlySpan<Point> points, Mark mark, double size, Rgb color, double alpha = 1)
    {
        if (points.IsEmpty) return;
        var id = $"{Name}-{++names}";
        var shape = mark == Mark.Circle ? $"<circle id=\"{id}\" r=\"{N(size / 2)}\"/>" : $"<path id=\"{id}\" d=\"{Data(MarkShape.Of(mark, size / 2))}\"/>";
        svg.Append($"<defs>{shape}</defs><g fill=\"{color}\"{Opacity("fill", alpha)}>");
        foreach (var point in points) svg.Append($"<use href=\"#{id}\" x=\"{Tenths((int)Math.Round(10 * point.X))}\" y=\"{Tenths((int)Math.Round(10 * point.Y))}\"/>");
        svg.Append("</g>");
    }

    public void Text(string text, double x, double y, TextStyle style, Anchor anchor = Anchor.Start, bool upwards = false, Rgb? halo = null)
    {
        svg.Append(upwards ? $"<text transform=\"translate({N(x)} {N(y)}) rotate(-90)\"" : $"<text x=\"{N(x)}\" y=\"{N(y)}\"");
        svg.Append($" font-size=\"{N(style.Size)}\" fill=\"{style.Color}\"");
        if (style.Bold) svg.Append(" font-weight=\"600\"");
        if (anchor != Anchor.Start) svg.Append(anchor == Anchor.Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"");
        if (halo is { } around) svg.Append($" stroke=\"{around}\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        svg.Append($">{Escape(text)}</text>");
    }

    public void Picture(Bitmap bitmap, double x, double y, double width, double height) =>
        svg.Append($"<image x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" ")
            .Append($"href=\"data:image/png;base64,{Convert.ToBase64String(Png.Encode(bitmap))}\"/>");

    public void Clip(double x, double y, double width, double height)
    {
        var id = $"{Name}-{++names}";
        svg.Append($"<clipPath id=\"{id}\"><rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\"/></clipPath><g clip-path=\"url(#{id})\">");
    }

    public void Unclip() => svg.Append("</g>");

    // Steps from point to point in tenths of a CSS pixel, which is finer than a screen; the sum of the steps stays exact.
    static string Data(Outline outline)
    {
        var data = new StringBuilder();
        for (var part = 0; part < outline.Parts; part++)
        {
            var (first, x, y) = (true, 0, 0);
            foreach (var point in Simplify.Keep(outline.Part(part), 0.07))
            {
                int toX = (int)Math.Round(10 * point.X), toY = (int)Math.Round(10 * point.Y);
                if (first) data.Append('M').Append(Tenths(toX)).Append(' ').Append(Tenths(toY)).Append('l');
                else data.Append(Tenths(toX - x)).Append(toY < y ? "" : " ").Append(Tenths(toY - y)).Append(' ');
                (first, x, y) = (false, toX, toY);
            }
            data.Length--;
            if (outline.IsClosed(part)) data.Append('Z');
        }
        return data.ToString();
    }

    static string Tenths(int value)
    {
        var text = (value / 10.0).ToString("0.#", CultureInfo.InvariantCulture);
        return text.StartsWith("0.", StringComparison.Ordinal) ? text[1..] : text.StartsWith("-0.", StringComparison.Ordinal) ? "-" + text[2..] : text;
    }

    static string Opacity(string what, double alpha) => alpha < 1 ? $" {what}-opacity=\"{N(alpha)}\"" : "";

    static string N(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    static string Escape(string text) => WebUtility.HtmlEncode(text);
}
