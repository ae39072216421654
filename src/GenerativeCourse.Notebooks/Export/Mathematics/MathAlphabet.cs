using System.Text;

namespace GenerativeCourse.Notebooks.Export.Mathematics;

/// <summary>The alphabets of mathematics: Unicode has a letter of its own for each.</summary>
static class MathAlphabet
{
    // Where each alphabet begins: capital A, small a, digit 0, capital alpha, small alpha; 0 where it has none.
    static readonly Dictionary<string, (int Upper, int Lower, int Digit, int GreekUpper, int GreekLower)> Starts = new()
    {
        ["bold"] = (0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2),
        ["italic"] = (0x1D434, 0x1D44E, 0, 0x1D6E2, 0x1D6FC),
        ["bold-italic"] = (0x1D468, 0x1D482, 0x1D7CE, 0x1D71C, 0x1D736),
        ["script"] = (0x1D49C, 0x1D4B6, 0, 0, 0),
        ["fraktur"] = (0x1D504, 0x1D51E, 0, 0, 0),
        ["double-struck"] = (0x1D538, 0x1D552, 0x1D7D8, 0, 0),
        ["sans-serif"] = (0x1D5A0, 0x1D5BA, 0x1D7E2, 0, 0),
        ["monospace"] = (0x1D670, 0x1D68A, 0x1D7F6, 0, 0),
    };

    // Letters that Unicode had before the alphabets, and whose places in them are empty.
    static readonly Dictionary<int, string> Elsewhere = new()
    {
        [0x1D455] = "ℎ",
        [0x1D49D] = "ℬ",
        [0x1D4A0] = "ℰ",
        [0x1D4A1] = "ℱ",
        [0x1D4A3] = "ℋ",
        [0x1D4A4] = "ℐ",
        [0x1D4A7] = "ℒ",
        [0x1D4A8] = "ℳ",
        [0x1D4AD] = "ℛ",
        [0x1D4BA] = "ℯ",
        [0x1D4BC] = "ℊ",
        [0x1D4C4] = "ℴ",
        [0x1D506] = "ℭ",
        [0x1D50B] = "ℌ",
        [0x1D50C] = "ℑ",
        [0x1D515] = "ℜ",
        [0x1D51D] = "ℨ",
        [0x1D53A] = "ℂ",
        [0x1D53F] = "ℍ",
        [0x1D545] = "ℕ",
        [0x1D547] = "ℙ",
        [0x1D548] = "ℚ",
        [0x1D549] = "ℝ",
        [0x1D551] = "ℤ",
    };

    /// <summary>The letters of <paramref name="text"/> in an alphabet; what the alphabet lacks stays.</summary>
    public static string Map(string text, string alphabet)
    {
        if (!Starts.TryGetValue(alphabet, out var start))
            return text;
        var mapped = new StringBuilder();
        foreach (var c in text)
        {
            var point = c switch
            {
                >= 'A' and <= 'Z' => Place(start.Upper, c - 'A'),
                >= 'a' and <= 'z' => Place(start.Lower, c - 'a'),
                >= '0' and <= '9' => Place(start.Digit, c - '0'),
                >= 'Α' and <= 'Ω' => Place(start.GreekUpper, c - 'Α'),
                >= 'α' and <= 'ω' => Place(start.GreekLower, c - 'α'),
                '∇' => Place(start.GreekUpper, 25),
                '∂' => Place(start.GreekLower, 25),
                'ϵ' => Place(start.GreekLower, 26),
                'ϑ' => Place(start.GreekLower, 27),
                'ϕ' => Place(start.GreekLower, 29),
                'ϱ' => Place(start.GreekLower, 30),
                _ => 0,
            };
            if (point == 0)
                mapped.Append(c);
            else
                mapped.Append(Elsewhere.TryGetValue(point, out var letter) ? letter : char.ConvertFromUtf32(point));
        }
        return mapped.ToString();
    }

    static int Place(int start, int offset) => start == 0 ? 0 : start + offset;
}
