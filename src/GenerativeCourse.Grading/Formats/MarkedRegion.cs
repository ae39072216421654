namespace GenerativeCourse.Grading.Formats;

/// <summary>Lines of a cell between two marks, such as <c>// BEGIN SOLUTION</c> and <c>// END SOLUTION</c>, which go with them. A mark counts wherever it stands in its line.</summary>
public sealed class MarkedRegion
{
    /// <summary>The answer in a solution cell.</summary>
    public static readonly MarkedRegion Solution = new("SOLUTION");

    /// <summary>The part of a test cell that students do not get.</summary>
    public static readonly MarkedRegion HiddenTests = new("HIDDEN TESTS");

    /// <summary>The part of a task that tells graders what to give points for.</summary>
    public static readonly MarkedRegion MarkScheme = new("MARK SCHEME");

    readonly string name;

    MarkedRegion(string name) => this.name = name;

    string Begin => $"BEGIN {name}";

    string End => $"END {name}";

    /// <summary>Puts <paramref name="lines"/>, at the first mark's indentation, in the place of each region; null where there is none.</summary>
    /// <exception cref="FormatException">A region is not closed, closed twice, or begun within another.</exception>
    public string? Replace(string source, params IReadOnlyList<string> lines) => Replace(source, indent => lines.Select(line => indent + line));

    /// <summary>Puts <paramref name="text"/>, which has its own indentation, in the place of each region; null where there is none.</summary>
    /// <exception cref="FormatException">A region is not closed, closed twice, or begun within another.</exception>
    public string? ReplaceAsIs(string source, string text) => Replace(source, _ => [text]);

    /// <summary>A text without the marks themselves; <paramref name="heading"/>, where there is one, takes the place of the mark that begins a region.</summary>
    public string WithoutMarks(string source, string? heading = null) => string.Join('\n', source.Split('\n')
        .Select(line => line.Contains(Begin, StringComparison.Ordinal) ? heading : line.Contains(End, StringComparison.Ordinal) ? null : line).OfType<string>());

    /// <summary>Which lines of a cell, from 0, stand within a region or are its marks.</summary>
    /// <exception cref="FormatException">A region is not closed, closed twice, or begun within another.</exception>
    public IReadOnlySet<int> Lines(string source)
    {
        var found = new HashSet<int>();
        var number = 0;
        foreach (var (_, place) in Walk(source))
        {
            if (place != Place.Outside)
                found.Add(number);
            number++;
        }
        return found;
    }

    string? Replace(string source, Func<string, IEnumerable<string>> content)
    {
        var kept = new List<string>();
        var found = false;
        foreach (var (line, place) in Walk(source))
        {
            if (place == Place.Outside)
                kept.Add(line);
            if (place != Place.Begin)
                continue;
            found = true;
            kept.AddRange(content(line[..^line.TrimStart().Length]));
        }
        return found ? string.Join('\n', kept) : null;
    }

    IEnumerable<(string Line, Place Place)> Walk(string source)
    {
        var inside = false;
        foreach (var line in source.Split('\n'))
        {
            if (line.Contains(Begin, StringComparison.Ordinal))
            {
                if (inside)
                    throw new FormatException($"{Begin} stands within another");
                inside = true;
                yield return (line, Place.Begin);
            }
            else if (line.Contains(End, StringComparison.Ordinal))
            {
                if (!inside)
                    throw new FormatException($"{End} has no {Begin}");
                inside = false;
                yield return (line, Place.End);
            }
            else
            {
                yield return (line, inside ? Place.Inside : Place.Outside);
            }
        }
        if (inside)
            throw new FormatException($"{Begin} has no {End}");
    }

    enum Place
    {
        Outside,
        Begin,
        Inside,
        End,
    }
}
