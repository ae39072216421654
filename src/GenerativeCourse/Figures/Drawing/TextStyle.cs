using System.Text;

namespace GenerativeCourse.Figures.Drawing;

/// <summary>Where a text stands from its point, along its direction.</summary>
enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>How a text is set: size in CSS pixels, colour, weight.</summary>
readonly record struct TextStyle(double Size, Rgb Color, bool Bold = false)
{
    /// <summary>The height of capital letters as a share of the size.</summary>
    public const double CapHeight = 0.714;

    public TrueTypeFont Font => Bold ? TrueTypeFont.SemiBold : TrueTypeFont.Regular;

    /// <summary>The width of one line in CSS pixels.</summary>
    public double Width(string text)
    {
        var (font, units, before) = (Font, 0, -1);
        foreach (var character in text.EnumerateRunes())
        {
            if (TextOutline.IsMark(character) && before >= 0) continue;
            var glyph = font.Glyph(character);
            units += font.Advance(glyph) + (before >= 0 ? font.Kerning(before, glyph) : 0);
            before = glyph;
        }
        return units * Size / font.UnitsPerEm;
    }

    /// <summary>Breaks a text into lines no wider than <paramref name="width"/>, at spaces; a longer word stays whole.</summary>
    public List<string> Wrap(string text, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = new StringBuilder();
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > 0 && Width($"{line} {word}") > width)
                {
                    lines.Add(line.ToString());
                    line.Clear();
                }
                line.Append(line.Length > 0 ? " " : "").Append(word);
            }
            lines.Add(line.ToString());
        }
        return lines;
    }

    /// <summary>Shortens a text to a width, with an ellipsis where something is left out.</summary>
    public string Fit(string text, double width)
    {
        if (Width(text) <= width) return text;
        var length = text.Length;
        while (length > 1 && Width(text[..length].TrimEnd() + "…") > width) length--;
        return text[..length].TrimEnd() + "…";
    }
}
