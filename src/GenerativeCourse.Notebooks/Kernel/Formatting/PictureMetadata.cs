using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Kernel.Formatting;

/// <summary>
/// Tells clients what a PNG file says of itself: the size to show it at, where it has more pixels to the inch than a screen,
/// and its description, which nbconvert puts into the page as alternative text.
/// </summary>
internal static class PictureMetadata
{
    const string Png = "image/png";
    const double ScreenPixelsPerMetre = 96 / 0.0254;

    /// <summary>The <c>metadata</c> of a display with this <c>data</c>; empty where no PNG file says anything.</summary>
    public static JsonObject Of(JsonObject data)
    {
        var metadata = new JsonObject();
        if (data[Png] is JsonValue text && text.TryGetValue(out string? base64) && Read(base64) is { Count: > 0 } picture)
            metadata[Png] = picture;
        return metadata;
    }

    static JsonObject? Read(string base64)
    {
        var file = new byte[base64.Length * 3 / 4 + 3];
        if (!Convert.TryFromBase64String(base64, file, out var length) || length < 33 || !file.AsSpan(1, 3).SequenceEqual("PNG"u8))
            return null;
        var picture = new JsonObject();
        int width = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), height = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20));
        for (var at = 8; at + 12 <= length;)
        {
            var size = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (size < 0 || size > length - at - 12)
                return null;
            var name = file.AsSpan(at + 4, 4);
            var chunk = file.AsSpan(at + 8, size);
            if (name.SequenceEqual("IDAT"u8))
                break;
            if (name.SequenceEqual("pHYs"u8) && size == 9 && chunk[8] == 1 && BinaryPrimitives.ReadInt32BigEndian(chunk) / ScreenPixelsPerMetre is > 1.1 and var scale)
                (picture["width"], picture["height"]) = ((int)Math.Round(width / scale), (int)Math.Round(height / scale));
            // An iTXt chunk: keyword, then uncompressed, then no language and no translated keyword.
            if (name.SequenceEqual("iTXt"u8) && chunk.StartsWith("Description\0\0\0\0\0"u8))
                picture["alt"] = Encoding.UTF8.GetString(chunk["Description\0\0\0\0\0".Length..]);
            at += 12 + size;
        }
        return picture;
    }
}
