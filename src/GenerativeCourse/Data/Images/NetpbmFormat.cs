namespace GenerativeCourse.Data;

/// <summary>Netpbm's binary grey and colour pictures (.pgm, .ppm), of up to 255 levels.</summary>
static class NetpbmFormat
{
    const int MostHeader = 1 << 12;

    /// <summary>Reads a picture.</summary>
    /// <exception cref="DatasetException">The file is missing, truncated or of another form.</exception>
    public static Raster Read(string path)
    {
        using var file = PackedFile.Open(path);
        var (magic, left) = (Word(path, file, MostHeader, out var used), MostHeader - used);
        var channels = magic switch { "P5" => 1, "P6" => 3, _ => throw new DatasetException($"{path}: it starts with '{magic}'; binary grey (P5) and colour (P6) pictures are read.") };
        var sides = new int[3];
        for (var i = 0; i < 3; i++)
        {
            var word = Word(path, file, left, out used);
            left -= used;
            sides[i] = int.TryParse(word, out var side) && side > 0 ? side : throw new DatasetException($"{path}: its header holds '{word}' where a positive number belongs.");
        }
        var (width, height, levels) = (sides[0], sides[1], sides[2]);
        Raster.Check(path, width, height);
        if (levels > 255)
            throw new DatasetException($"{path}: it has {levels} levels; up to 255 are read.");
        file.Expect((long)width * height * channels);
        var interleaved = new byte[width * height * channels];
        file.Read(interleaved);
        var pixels = new byte[interleaved.Length];
        for (var i = 0; i < interleaved.Length; i++)
            pixels[i % channels * width * height + i / channels] = (byte)Math.Min(255, interleaved[i] * 255 / levels);
        return new Raster(channels, height, width, pixels);
    }

    // The next word of the header; comments run from # to the end of their line.
    static string Word(string path, PackedFile file, int most, out int used)
    {
        var (word, comment) = (new System.Text.StringBuilder(), false);
        Span<byte> one = stackalloc byte[1];
        for (used = 0; used < most; used++)
        {
            file.Read(one);
            var character = (char)one[0];
            comment = character == '#' && word.Length == 0 || comment && character != '\n';
            if (comment)
                continue;
            if (character > ' ' && character < 127)
                word.Append(character);
            else if (word.Length > 0)
                return word.ToString();
        }
        throw new DatasetException($"{path}: its header does not end; it is no Netpbm picture.");
    }
}
