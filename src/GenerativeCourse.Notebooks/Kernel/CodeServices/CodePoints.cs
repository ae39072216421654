namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Places in text: Jupyter counts code points, .NET counts UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>The index of the unit where the code point begins; a place outside the text is moved to its nearest end.</summary>
    public static int ToIndex(string text, int codePoints)
    {
        var index = 0;
        for (var count = 0; count < codePoints && index < text.Length; count++)
            index += char.IsSurrogatePair(text, index) ? 2 : 1;
        return index;
    }

    /// <summary>How many code points stand before the index.</summary>
    public static int FromIndex(string text, int index)
    {
        var count = 0;
        for (var at = 0; at < index; count++)
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        return count;
    }
}
