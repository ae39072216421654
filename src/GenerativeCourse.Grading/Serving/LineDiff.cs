namespace GenerativeCourse.Grading.Serving;

/// <summary>Two texts laid side by side, line by line.</summary>
static class LineDiff
{
    const int MostCells = 4_000_000;

    /// <summary>A row: lines that are equal but for space at their ends, or that stand in each other's place, or one that the other text has not.</summary>
    public readonly record struct Row(int? LeftNumber, string? Left, int? RightNumber, string? Right)
    {
        /// <summary>Whether both sides say the same.</summary>
        public bool IsSame => Left is not null && Right is not null && Left.TrimEnd() == Right.TrimEnd();
    }

    /// <summary>The rows.</summary>
    public static IReadOnlyList<Row> Of(string left, string right)
    {
        var (a, b) = (Lines(left), Lines(right));
        var rows = new List<Row>();
        var (i, j) = (0, 0);
        foreach (var (nextA, nextB) in Common(a, b).Append((a.Length, b.Length)))
        {
            while (i < nextA || j < nextB)
            {
                var (hasA, hasB) = (i < nextA, j < nextB);
                rows.Add(new Row(hasA ? i + 1 : null, hasA ? a[i] : null, hasB ? j + 1 : null, hasB ? b[j] : null));
                i += hasA ? 1 : 0;
                j += hasB ? 1 : 0;
            }
            if (nextA < a.Length)
                rows.Add(new Row(++i, a[nextA], ++j, b[nextB]));
        }
        return rows;
    }

    // The longest common subsequence; nothing is common where that would cost too much.
    static List<(int, int)> Common(string[] a, string[] b)
    {
        var found = new List<(int, int)>();
        if ((long)a.Length * b.Length > MostCells)
            return found;
        var best = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                best[i, j] = Same(a[i], b[j]) ? best[i + 1, j + 1] + 1 : Math.Max(best[i + 1, j], best[i, j + 1]);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (Same(a[i], b[j]))
                found.Add((i++, j++));
            else if (best[i + 1, j] >= best[i, j + 1])
                i++;
            else
                j++;
        }
        return found;
    }

    static bool Same(string a, string b) => a.AsSpan().TrimEnd().SequenceEqual(b.AsSpan().TrimEnd());

    static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
