namespace GenerativeCourse.Grading.Exercises;

/// <summary>Tells a text that would cost Roslyn's parser its stack, and with it the process that grades the class: some thousand open brackets are enough.</summary>
static class Nesting
{
    const int LongestText = 100_000, DeepestBracket = 200, MostSigns = 500;

    // Words and signs that may stand before themselves.
    static readonly string[] Prefixes = ["not", "ref", "scoped", "readonly", "await", "if", "else", "!", "~", "?", "=>", "- -", "--", "&", "*"];

    /// <summary>Whether a text is too long or nests deeper than people write. Brackets count in comments and strings, too.</summary>
    public static bool IsEndless(string source)
    {
        if (source.Length > LongestText)
            return true;
        var (open, angles) = (0, 0);
        foreach (var letter in source)
        {
            open = letter switch { '(' or '[' or '{' => open + 1, ')' or ']' or '}' => Math.Max(0, open - 1), _ => open };
            angles = letter switch { '<' => angles + 1, '>' => Math.Max(0, angles - 1), ';' => 0, _ => angles };
            if (open > DeepestBracket || angles > DeepestBracket)
                return true;
        }
        return Prefixes.Any(prefix => source.AsSpan().Count(prefix) > MostSigns);
    }
}
