using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace GenerativeCourse.Tests.Figures.Drawing;

/// <summary>Reads the PNG files that the encoder writes, each rule of the format by itself, so that a test compares pixels.</summary>
sealed class PngFile
{
    readonly Dictionary<string, byte[]> chunks = [];
    readonly byte[] samples;
    readonly int channels;

    public PngFile(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], file[..8]);
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var name = Encoding.ASCII.GetString(file, at + 4, 4);
            Assert.Equal(Crc(file.AsSpan(at + 4, 4 + length)), BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)));
            chunks.Add(name, file[(at + 8)..(at + 8 + length)]);
            at += 12 + length;
        }
        Assert.Equal("IEND", chunks.Keys.Last());
        Width = BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"]);
        Height = BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"].AsSpan(4));
        ColorType = chunks["IHDR"][9];
        channels = ColorType == 2 ? 3 : 1;
        using var zip = new ZLibStream(new MemoryStream(chunks["IDAT"]), CompressionMode.Decompress);
        using var raw = new MemoryStream();
        zip.CopyTo(raw);
        Assert.Equal((1 + Width * channels) * Height, raw.Length);
        samples = Unfilter(raw.ToArray());
    }

    public int Width { get; }

    public int Height { get; }

    public int ColorType { get; }

    public int PixelsPerMetre => BinaryPrimitives.ReadInt32BigEndian(chunks["pHYs"]);

    public string? Description => chunks.TryGetValue("iTXt", out var text) ? Encoding.UTF8.GetString(text, "Description".Length + 5, text.Length - "Description".Length - 5) : null;

    public (byte R, byte G, byte B) this[int x, int y]
    {
        get
        {
            var at = (y * Width + x) * channels;
            return ColorType switch
            {
                0 => (samples[at], samples[at], samples[at]),
                3 => (chunks["PLTE"][3 * samples[at]], chunks["PLTE"][3 * samples[at] + 1], chunks["PLTE"][3 * samples[at] + 2]),
                _ => (samples[at], samples[at + 1], samples[at + 2]),
            };
        }
    }

    byte[] Unfilter(byte[] raw)
    {
        var stride = Width * channels;
        var image = new byte[stride * Height];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < stride; x++)
            {
                int At(int row, int column) => row < 0 || column < 0 ? 0 : image[row * stride + column];
                int left = At(y, x - channels), up = At(y - 1, x), corner = x < channels ? 0 : At(y - 1, x - channels);
                var guess = left + up - corner;
                var paeth = new[] { left, up, corner }.MinBy(value => Math.Abs(guess - value));
                image[y * stride + x] = (byte)(raw[y * (stride + 1) + 1 + x] + raw[y * (stride + 1)] switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => paeth });
            }
        return image;
    }

    static uint Crc(ReadOnlySpan<byte> data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }
}
