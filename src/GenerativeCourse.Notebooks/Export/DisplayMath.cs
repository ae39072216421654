using System.Text;

namespace GenerativeCourse.Notebooks.Export;

/// <summary>
/// Puts the <c>$$</c> of formulas that run over several lines on lines of their own. Jupyter takes mathematics out before it reads Markdown,
/// so a line of a formula may begin with a plus sign; to a Markdown parser that would be a list.
/// </summary>
static class DisplayMath
{
    public static string Normalize(string markdown)
    {
        if (!markdown.Contains("$$", StringComparison.Ordinal))
            return markdown;
        var result = new StringBuilder();
        var (inCode, inFormula) = (false, false);
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            var text = line.Trim();
            if (!inFormula && (text.StartsWith("```", StringComparison.Ordinal) || text.StartsWith("~~~", StringComparison.Ordinal)))
                inCode = !inCode;
            if (inCode)
                result.Append(line).Append('\n');
            else if (inFormula)
                inFormula = !Close(result, line, text);
            else if (text.StartsWith("$$", StringComparison.Ordinal))
                inFormula = Open(result, line, text);
            else
                result.Append(line).Append('\n');
        }
        return result.ToString();
    }

    // True when the formula goes on after this line.
    static bool Open(StringBuilder result, string line, string text)
    {
        var indent = line[..line.IndexOf('$', StringComparison.Ordinal)];
        var end = text.IndexOf("$$", 2, StringComparison.Ordinal);
        if (end >= 0 && end + 2 < text.Length)
        {
            result.Append(line).Append('\n'); // Words follow: the formula is part of a paragraph.
            return false;
        }
        var formula = end >= 0 ? text[2..end] : text[2..];
        result.Append(indent).Append("$$\n");
        if (formula.Trim().Length > 0)
            result.Append(indent).Append(formula.Trim()).Append('\n');
        if (end >= 0)
            result.Append(indent).Append("$$\n");
        return end < 0;
    }

    // True when the formula ends in this line.
    static bool Close(StringBuilder result, string line, string text)
    {
        var end = text.IndexOf("$$", StringComparison.Ordinal);
        if (end < 0)
        {
            // A blank line would end a block inside of a list.
            if (text.Length > 0)
                result.Append(line).Append('\n');
            return false;
        }
        var indent = line[..(line.Length - line.TrimStart().Length)];
        if (end > 0)
            result.Append(indent).Append(text[..end]).Append('\n');
        result.Append(indent).Append("$$\n").Append(indent).Append(text[(end + 2)..]).Append('\n');
        return true;
    }
}
