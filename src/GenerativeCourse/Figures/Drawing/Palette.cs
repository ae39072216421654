using System.Runtime.InteropServices;

namespace GenerativeCourse.Figures.Drawing;

/// <summary>The distinct colours of a picture, as far as they fit a PNG palette.</summary>
sealed record Palette(bool IsGray, byte[] Colors, byte[]? Indices)
{
    const int Most = 256;

    /// <summary>
    /// Tells grey pictures, then those of at most 256 colours, from others, which have no indices. Of a drawing, where
    /// edges blend a few colours into many, the rarer shades take the nearest of the more frequent ones.
    /// </summary>
    public static Palette Of(Bitmap bitmap, bool drawing = false)
    {
        var pixels = bitmap.Pixels;
        if (AllGray(pixels)) return new(true, [], null);
        var counts = new Dictionary<int, int>();
        var (last, run) = (-1, 0);
        for (var at = 0; at < pixels.Length; at += 3)
        {
            var key = Key(pixels, at);
            if (key == last)
            {
                run++;
                continue;
            }
            if (last >= 0) CollectionsMarshal.GetValueRefOrAddDefault(counts, last, out _) += run;
            if (counts.Count > Most && !drawing) return new(false, [], null);
            (last, run) = (key, 1);
        }
        CollectionsMarshal.GetValueRefOrAddDefault(counts, last, out _) += run;
        if (counts.Count > (drawing ? 1 << 16 : Most) || Choose(counts) is not { } chosen) return new(false, [], null);

        var indices = new byte[pixels.Length / 3];
        var (known, index) = (-1, (byte)0);
        for (int at = 0, from = 0; at < indices.Length; at++, from += 3)
        {
            var key = Key(pixels, from);
            if (key != known) (known, index) = (key, chosen.Index[key]);
            indices[at] = index;
        }
        return new(false, [.. chosen.Colors.SelectMany(color => (byte[])[(byte)(color >> 16), (byte)(color >> 8), (byte)color])], indices);
    }

    // The most frequent colours stay exact; what is as near to one of them as the eye can hardly tell joins it.
    static (List<int> Colors, Dictionary<int, byte> Index)? Choose(Dictionary<int, int> counts)
    {
        var frequent = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key).ToArray();
        foreach (var reach in (int[])[0, 6, 10, 16, 24])
        {
            if (reach == 0 && frequent.Length > Most) continue;
            var (colors, index, full) = (new List<int>(), new Dictionary<int, byte>(), false);
            foreach (var color in frequent)
            {
                var (nearest, distance) = (0, int.MaxValue);
                for (var at = 0; at < colors.Count && distance > 0 && reach > 0; at++)
                    if (Distance(colors[at], color) is var d && d < distance)
                        (nearest, distance) = (at, d);
                if (distance > reach * reach)
                {
                    if (full = colors.Count == Most) break;
                    nearest = colors.Count;
                    colors.Add(color);
                }
                index[color] = (byte)nearest;
            }
            if (!full) return (colors, index);
        }
        return null;
    }

    static int Distance(int a, int b)
    {
        int red = (a >> 16) - (b >> 16), green = (a >> 8 & 255) - (b >> 8 & 255), blue = (a & 255) - (b & 255);
        return red * red + green * green + blue * blue;
    }

    static int Key(byte[] pixels, int at) => pixels[at] << 16 | pixels[at + 1] << 8 | pixels[at + 2];

    static bool AllGray(byte[] pixels)
    {
        for (var at = 0; at < pixels.Length; at += 3)
            if (pixels[at] != pixels[at + 1] || pixels[at] != pixels[at + 2])
                return false;
        return true;
    }
}
