using System.Buffers.Binary;
using System.Net;

namespace GenerativeCourse.Figures.Display;

/// <summary>Pictures in HTML that needs nothing beside it.</summary>
static class PictureHtml
{
    /// <summary>An image element that holds a PNG made at twice the CSS density.</summary>
    public static string Image(byte[] png, string alt)
    {
        var width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)) / 2;
        return $"<img src=\"{Address(png)}\" alt=\"{WebUtility.HtmlEncode(alt)}\" width=\"{width}\" style=\"max-width:100%;height:auto\">";
    }

    /// <summary>A data address of a PNG file.</summary>
    public static string Address(byte[] png) => "data:image/png;base64," + Convert.ToBase64String(png);

    /// <summary>A data address of an SVG, for an attribute in double quotes; its own texts hold quotes only as entities.</summary>
    public static string Address(string svg) => "data:image/svg+xml," + svg.Replace('"', '\'')
        .Replace("%", "%25", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal).Replace("&", "%26", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);

    /// <summary>A whole page around a body.</summary>
    public static string Page(string? title, string body) =>
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{WebUtility.HtmlEncode(title ?? "Figure")}</title></head><body>{body}</body></html>";
}
