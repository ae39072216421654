using System.Globalization;

namespace GenerativeCourse.Figures;

/// <summary>A colour in sRGB; a string such as "#0072B2" is taken as one.</summary>
public readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>Reads "#RRGGBB" or "#RGB"; anything else is a <see cref="FormatException"/>.</summary>
    public static Rgb Parse(string hex)
    {
        var digits = hex.TrimStart('#');
        if (digits.Length == 3) digits = string.Concat(digits.Select(d => new string(d, 2)));
        if (digits.Length != 6 || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            throw new FormatException($"\"{hex}\" is no colour; write it as \"#RRGGBB\", for example \"#0072B2\".");
        return new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>Reads "#RRGGBB" where a colour is asked for.</summary>
    public static implicit operator Rgb(string hex) => Parse(hex);

    /// <summary>The colour as "#RRGGBB".</summary>
    public override string ToString() => $"#{R:X2}{G:X2}{B:X2}";

    /// <summary>This colour over <paramref name="under"/>, with <paramref name="alpha"/> in [0, 1].</summary>
    public Rgb Over(Rgb under, double alpha) => new(Mix(under.R, R, alpha), Mix(under.G, G, alpha), Mix(under.B, B, alpha));

    /// <summary>WCAG 2.2's contrast ratio with another colour, from 1 to 21.</summary>
    public double Contrast(Rgb other)
    {
        var (a, b) = (Luminance + 0.05, other.Luminance + 0.05);
        return Math.Max(a, b) / Math.Min(a, b);
    }

    internal double Luminance => 0.2126 * Linear(R) + 0.7152 * Linear(G) + 0.0722 * Linear(B);

    static double Linear(byte channel)
    {
        var c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }

    static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + (to - from) * share);
}
