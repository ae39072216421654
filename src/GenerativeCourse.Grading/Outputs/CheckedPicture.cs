using System.Buffers.Binary;
using System.Text;
using System.Xml;

namespace GenerativeCourse.Grading.Outputs;

/// <summary>Tells pictures that a browser may be given from what only says that it is one: PNG and JPEG by their first bytes and their size in pixels, SVG by being XML without a document type.</summary>
static class CheckedPicture
{
    const int MostBytes = 2_000_000, MostSide = 10_000;
    const long MostPixels = 40_000_000;

    /// <summary>The picture's bytes; null where they are not what their media type says, or too many.</summary>
    public static byte[]? Read(string type, string data)
    {
        if (data.Length > 2 * MostBytes)
            return null;
        if (type == "image/svg+xml")
            return Encoding.UTF8.GetBytes(data) is { Length: <= MostBytes } drawing && IsDrawing(data) ? drawing : null;
        var bytes = new byte[data.Length];
        if (!Convert.TryFromBase64String(data, bytes, out var length) || length > MostBytes)
            return null;
        var size = type switch { "image/png" => Png(bytes.AsSpan(0, length)), "image/jpeg" => Jpeg(bytes.AsSpan(0, length)), _ => null };
        return size is { Width: > 0 and <= MostSide, Height: > 0 and <= MostSide } known && (long)known.Width * known.Height <= MostPixels ? bytes[..length] : null;
    }

    static (int Width, int Height)? Png(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes[0] == 0x89 && bytes[1..].StartsWith("PNG\r\n\x1a\n"u8) && bytes[12..].StartsWith("IHDR"u8)
            ? (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : null;

    // The size stands in the frame's header, behind segments that each say how long they are.
    static (int Width, int Height)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8 || bytes[2] != 0xFF)
            return null;
        for (var at = 2; at + 9 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return null;
    }

    static bool IsDrawing(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostBytes });
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "svg" || reader.NamespaceURI != "http://www.w3.org/2000/svg")
                return false;
            while (reader.Read())
            {
            }
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
