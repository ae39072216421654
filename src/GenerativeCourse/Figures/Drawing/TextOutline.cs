using System.Globalization;
using System.Text;

namespace GenerativeCourse.Figures.Drawing;

/// <summary>Sets a line of text as outlines.</summary>
static class TextOutline
{
    /// <summary>The outlines of a text whose baseline starts at a point, size in the same units; upwards reads from below.</summary>
    public static Outline Of(string text, TrueTypeFont font, double size, double left, double baseline, bool upwards)
    {
        var outline = new Outline();
        var (scale, pen, before) = (size / font.UnitsPerEm, 0.0, -1);
        var steps = size < 40 ? 4 : 8;
        foreach (var character in text.EnumerateRunes())
        {
            var glyph = font.Glyph(character);
            if (before >= 0) pen += font.Kerning(before, glyph);
            var stacked = IsMark(character) && before >= 0;
            var at = stacked ? pen - font.Advance(before) / 2.0 - font.Centre(glyph) : pen;
            font.Draw(glyph, outline, upwards
                ? (x, y) => new(left - y * scale, baseline - (at + x) * scale)
                : (x, y) => new(left + (at + x) * scale, baseline - y * scale), steps);
            if (stacked) continue;
            pen += font.Advance(glyph);
            before = glyph;
        }
        return outline;
    }

    /// <summary>Whether a character stands over the one before it: the hat of x̂.</summary>
    public static bool IsMark(Rune character) => Rune.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
}
