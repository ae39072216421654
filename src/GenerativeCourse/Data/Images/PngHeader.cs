using System.Buffers.Binary;

namespace GenerativeCourse.Data;

/// <summary>What a PNG's header says of its rows.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Depth">Bits of a sample.</param>
/// <param name="Colour">0 grey, 2 colour, 3 palette, 4 grey and opacity, 6 colour and opacity.</param>
sealed record PngHeader(int Width, int Height, int Depth, int Colour)
{
    /// <summary>Samples of a pixel.</summary>
    public int Samples => Colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>Bits of a pixel.</summary>
    public int Bits => Samples * Depth;

    /// <summary>Bytes of a row.</summary>
    public int Stride => (int)(((long)Width * Bits + 7) / 8);

    public static PngHeader Read(string path, ReadOnlySpan<byte> data)
    {
        if (data.Length != 13)
            throw new DatasetException($"{path}: its header is {data.Length} bytes long, not 13; it is damaged.");
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        Raster.Check(path, width, height);
        var header = new PngHeader((int)width, (int)height, data[8], data[9]);
        var known = header.Colour switch
        {
            0 => header.Depth is 1 or 2 or 4 or 8 or 16,
            3 => header.Depth is 1 or 2 or 4 or 8,
            2 or 4 or 6 => header.Depth is 8 or 16,
            _ => false,
        };
        if (!known || data[10] != 0 || data[11] != 0)
            throw new DatasetException($"{path}: PNG does not know its colour type {header.Colour} of {header.Depth} bits; it is damaged.");
        return data[12] == 0 ? header : throw new DatasetException($"{path}: it is interlaced, which is not read; save it without interlacing.");
    }

    /// <summary>Turns rows into a picture, one channel for grey, three for colour.</summary>
    public Raster Draw(string path, byte[] rows, byte[] palette, byte[] opacity)
    {
        var channels = Colour is 0 or 4 ? 1 : 3;
        var pixels = new byte[channels * Width * Height];
        var palettes = Colour == 3;
        if (palettes && (palette.Length == 0 || palette.Length % 3 != 0))
            throw new DatasetException($"{path}: its palette is {palette.Length} bytes long; it is damaged.");
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var first = Sample(rows, y, x, 0);
                if (palettes && 3 * first >= palette.Length)
                    throw new DatasetException($"{path}: pixel ({x}, {y}) has colour {first} of a palette of {palette.Length / 3}; it is damaged.");
                var clear = palettes ? first < opacity.Length ? opacity[first] : 255 : Colour is 4 or 6 ? Sample(rows, y, x, Samples - 1) : 255;
                for (var channel = 0; channel < channels; channel++)
                {
                    var value = palettes ? palette[3 * first + channel] : channel == 0 ? first : Sample(rows, y, x, channel);
                    pixels[(channel * Height + y) * Width + x] = (byte)((value * clear + 255 * (255 - clear) + 127) / 255);
                }
            }
        }
        return new Raster(channels, Height, Width, pixels);
    }

    // A sample as 0 to 255, but a place in the palette as it is; of sixteen bits, the upper eight.
    int Sample(byte[] rows, int y, int x, int sample)
    {
        var row = y * Stride;
        if (Depth >= 8)
            return rows[row + (x * Samples + sample) * (Depth / 8)];
        var (bit, most) = (x * Depth, (1 << Depth) - 1);
        var value = rows[row + bit / 8] >> 8 - Depth - bit % 8 & most;
        return Colour == 3 ? value : value * 255 / most;
    }
}
