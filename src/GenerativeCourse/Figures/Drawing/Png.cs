using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace GenerativeCourse.Figures.Drawing;

/// <summary>Writes PNG files (ISO/IEC 15948): grey where all is grey, a palette up to 256 colours, else RGB.</summary>
static class Png
{
    static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    /// <summary>
    /// Encodes a picture; <paramref name="scale"/> pixels make one CSS pixel, and the description is kept in the file.
    /// Of a drawing, shades that no eye tells apart may become one, so that it fits a palette.
    /// </summary>
    public static byte[] Encode(Bitmap bitmap, double scale = 1, string? description = null, bool drawing = false)
    {
        var (width, height) = (bitmap.Width, bitmap.Height);
        var palette = Palette.Of(bitmap, drawing);
        var (colorType, channels, samples) = palette switch
        {
            { IsGray: true } => (0, 1, EveryThird(bitmap.Pixels)),
            { Indices: { } indices } => (3, 1, indices),
            _ => (2, 3, bitmap.Pixels),
        };
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = (8, (byte)colorType);
        Chunk(file, "IHDR", header);

        Span<byte> density = stackalloc byte[9];
        var perMetre = (int)Math.Round(96 * scale / 0.0254);
        BinaryPrimitives.WriteInt32BigEndian(density, perMetre);
        BinaryPrimitives.WriteInt32BigEndian(density[4..], perMetre);
        density[8] = 1;
        Chunk(file, "pHYs", density);
        if (!string.IsNullOrEmpty(description)) Chunk(file, "iTXt", [.. "Description"u8, 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(description)]);
        if (colorType == 3) Chunk(file, "PLTE", palette.Colors);
        Chunk(file, "IDAT", Compress(samples, channels * width, channels, filtered: colorType != 3));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    static byte[] EveryThird(byte[] pixels)
    {
        var gray = new byte[pixels.Length / 3];
        for (var at = 0; at < gray.Length; at++) gray[at] = pixels[3 * at];
        return gray;
    }

    static void Chunk(Stream file, string name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        Span<byte> type = stackalloc byte[4];
        Encoding.ASCII.GetBytes(name, type);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Update(Update(uint.MaxValue, type), data));
        file.Write(number);
    }

    static uint Update(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var value in data) crc = Crc[(byte)(crc ^ value)] ^ (crc >> 8);
        return crc;
    }

    static byte[] Compress(byte[] samples, int stride, int channels, bool filtered)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var filter = new RowFilter(stride, channels);
            ReadOnlySpan<byte> above = new byte[stride];
            for (var start = 0; start < samples.Length; start += stride)
            {
                var row = samples.AsSpan(start, stride);
                zip.Write(filter.Apply(row, above, filtered));
                above = row;
            }
        }
        return packed.ToArray();
    }
}
