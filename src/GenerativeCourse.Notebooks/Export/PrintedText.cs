using System.Text.RegularExpressions;

namespace GenerativeCourse.Notebooks.Export;

/// <summary>What was printed for a terminal, as a page shows it.</summary>
static partial class PrintedText
{
    /// <summary>The text without colours, and of each line only what a terminal would be left with: a carriage return takes it back to the line's start, as progress bars do.</summary>
    public static string Plain(string text) => string.Join('\n', Colour().Replace(text, "").Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Select(line =>
    {
        var trimmed = line.TrimEnd('\r');
        return trimmed[(trimmed.LastIndexOf('\r') + 1)..];
    }));

    [GeneratedRegex(@"\e\[[0-9;]*[A-Za-z]")]
    private static partial Regex Colour();
}
