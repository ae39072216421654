using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace GenerativeCourse.Data;

/// <summary>PNG pictures of every type and depth but interlaced ones; what is transparent lies on white.</summary>
static class PngFormat
{
    const int MostBytes = 256 << 20;

    static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(value =>
        Enumerable.Range(0, 8).Aggregate((uint)value, (crc, _) => (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ crc >> 1))];

    static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10];

    /// <summary>Reads a picture of one of the course's datasets, after checking its sha256 and that it is as large as the manifest says.</summary>
    /// <exception cref="DatasetException">The file is missing, altered, not listed, no PNG, or of another size.</exception>
    public static Raster Read(DatasetManifest manifest, string name)
    {
        var (row, path) = (manifest.File(name), Path.Combine(manifest.Folder, name));
        if (row.Format != DatasetFormat.Png)
            throw new DatasetException($"{path} is stored as {row.Format}, which is no picture.");
        var picture = Read(path, row.Sha256);
        return row.Shape.SequenceEqual([picture.Channels, picture.Height, picture.Width]) ? picture : throw new DatasetException(
            $"{path}: it holds ({picture.Channels}, {picture.Height}, {picture.Width}), its manifest says ({ArrayShape.Text(row.Shape)}).");
    }

    /// <summary>Reads a picture.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sha256">The sha256 of the file as it lies on disk, checked first; null to trust the file.</param>
    /// <exception cref="DatasetException">The file is missing, altered, truncated or damaged, or of a form that is not read.</exception>
    public static Raster Read(string path, string? sha256 = null)
    {
        using var file = PackedFile.Open(path, sha256);
        var bytes = file.ReadToEnd(MostBytes);
        if (!bytes.AsSpan().StartsWith(Signature))
            throw new DatasetException($"{path}: it starts with {Convert.ToHexString(bytes.AsSpan(0, Math.Min(8, bytes.Length)))}; it is no PNG.");
        var (header, palette, opacity, packed) = ((PngHeader?)null, Array.Empty<byte>(), Array.Empty<byte>(), new MemoryStream());
        for (var at = Signature.Length; ;)
        {
            var (kind, data) = Chunk(path, bytes, at);
            at += 12 + data.Length;
            if (header is null && kind != "IHDR")
                throw new DatasetException($"{path}: its first chunk is {Convert.ToHexString(Encoding.Latin1.GetBytes(kind))}, not IHDR; it is damaged.");
            switch (kind)
            {
                case "IHDR":
                    header = PngHeader.Read(path, data.Span);
                    break;
                case "PLTE":
                    palette = data.ToArray();
                    break;
                case "tRNS":
                    opacity = data.ToArray();
                    break;
                case "IDAT":
                    packed.Write(data.Span);
                    break;
                case "IEND":
                    return header!.Draw(path, Rows(path, header, packed), palette, opacity);
            }
        }
    }

    static (string Kind, ReadOnlyMemory<byte> Data) Chunk(string path, byte[] bytes, int at)
    {
        var left = bytes.Length - at - 12;
        var length = left < 0 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
        if (length > left)
            throw new DatasetException($"{path}: it ends inside of a chunk; it is truncated.");
        var crc = uint.MaxValue;
        foreach (var value in bytes.AsSpan(at + 4, 4 + (int)length))
            crc = CrcTable[(byte)(crc ^ value)] ^ crc >> 8;
        var kind = Encoding.Latin1.GetString(bytes, at + 4, 4);
        if (~crc != BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 8 + (int)length)))
            throw new DatasetException($"{path}: the checksum of its chunk {Convert.ToHexString(bytes, at + 4, 4)} is wrong; it is damaged.");
        return (kind, bytes.AsMemory(at + 8, (int)length));
    }

    // The bytes of all rows, each row's filter undone.
    static byte[] Rows(string path, PngHeader header, MemoryStream packed)
    {
        var (stride, pixel) = (header.Stride, Math.Max(1, header.Bits / 8));
        PackedFile.ExpectRatio(path, (long)(stride + 1) * header.Height, packed.Length);
        packed.Position = 0;
        using var unpacker = new ZLibStream(packed, CompressionMode.Decompress);
        var rows = new byte[(long)stride * header.Height];
        var above = new byte[stride].AsSpan();
        var filter = new byte[1];
        for (var y = 0; y < header.Height; y++)
        {
            var row = rows.AsSpan(y * stride, stride);
            PackedFile.Fill(path, unpacker, filter);
            PackedFile.Fill(path, unpacker, row);
            for (var i = 0; i < stride; i++)
            {
                var (left, corner) = i < pixel ? (0, 0) : (row[i - pixel], above[i - pixel]);
                row[i] += (byte)(filter[0] switch
                {
                    0 => 0,
                    1 => left,
                    2 => above[i],
                    3 => (left + above[i]) / 2,
                    4 => Paeth(left, above[i], corner),
                    _ => throw new DatasetException($"{path}: row {y} has the filter {filter[0]}, which PNG does not know; it is damaged."),
                });
            }
            above = row;
        }
        return rows;
    }

    static int Paeth(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - 2 * corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
