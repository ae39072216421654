namespace GenerativeCourse.Cli.Learning;

/// <summary>Lines of a cell between two comments, such as <c>// BEGIN SOLUTION</c> and <c>// END SOLUTION</c>.</summary>
public static class MarkedRegion
{
    /// <summary>Puts <paramref name="stub"/>, at the first comment's indentation, in the place of each region and its comments; null where there is no region.</summary>
    /// <exception cref="FormatException">A region is not closed, closed twice, or begun within another.</exception>
    public static string? Replace(string source, string name, params string[] stub)
    {
        var kept = new List<string>();
        var inside = false;
        var found = false;
        foreach (var line in source.Split('\n'))
        {
            var comment = line.Trim();
            if (comment == $"// BEGIN {name}")
            {
                if (inside)
                    throw new FormatException($"BEGIN {name} stands within another");
                inside = found = true;
                var indent = line[..^line.TrimStart().Length];
                kept.AddRange(stub.Select(text => indent + text));
            }
            else if (comment == $"// END {name}")
            {
                if (!inside)
                    throw new FormatException($"END {name} has no BEGIN {name}");
                inside = false;
            }
            else if (!inside)
            {
                kept.Add(line);
            }
        }
        if (inside)
            throw new FormatException($"BEGIN {name} has no END {name}");
        return found ? string.Join('\n', kept).TrimEnd('\n') : null;
    }
}
