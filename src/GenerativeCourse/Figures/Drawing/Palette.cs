namespace GenerativeCourse.Figures.Drawing;

/// <summary>The distinct colours of a picture, as far as they fit a PNG palette.</summary>
sealed record Palette(bool IsGray, byte[] Colors, byte[]? Indices)
{
    const int Slots = 1024;

    /// <summary>Counts colours: grey pictures, then those of at most 256 colours, are told apart; others have no indices.</summary>
    public static Palette Of(Bitmap bitmap)
    {
        var pixels = bitmap.Pixels;
        if (AllGray(pixels)) return new(true, [], null);

        var indices = new byte[pixels.Length / 3];
        var colors = new List<byte>(3 * 256);
        var keys = new int[Slots];
        var values = new byte[Slots];
        Array.Fill(keys, -1);
        var (lastKey, lastIndex) = (-1, (byte)0);
        for (int at = 0, from = 0; at < indices.Length; at++, from += 3)
        {
            var key = pixels[from] << 16 | pixels[from + 1] << 8 | pixels[from + 2];
            if (key != lastKey)
            {
                var slot = (int)((uint)key * 2654435761u >> 22);
                while (keys[slot] >= 0 && keys[slot] != key) slot = (slot + 1) % Slots;
                if (keys[slot] < 0)
                {
                    if (colors.Count == 3 * 256) return new(false, [], null);
                    (keys[slot], values[slot]) = (key, (byte)(colors.Count / 3));
                    colors.AddRange([pixels[from], pixels[from + 1], pixels[from + 2]]);
                }
                (lastKey, lastIndex) = (key, values[slot]);
            }
            indices[at] = lastIndex;
        }
        return new(false, [.. colors], indices);
    }

    static bool AllGray(byte[] pixels)
    {
        for (var at = 0; at < pixels.Length; at += 3)
            if (pixels[at] != pixels[at + 1] || pixels[at] != pixels[at + 2])
                return false;
        return true;
    }
}
