using System.Text.RegularExpressions;

namespace GenerativeCourse.Lectures;

/// <summary>What SYLLABUS.md says of each lecture.</summary>
static partial class Syllabus
{
    /// <summary>The state of each lecture by its name, such as <c>06-vae</c>: planned, being written, written.</summary>
    public static IReadOnlyDictionary<string, string> States { get; } =
        File.ReadLines(Lecture.Course["SYLLABUS.md"]).Select(line => Row().Match(line)).Where(row => row.Success).ToDictionary(row => row.Groups["name"].Value, row => row.Groups["state"].Value.Trim());

    /// <summary>The lectures that it calls written, as a theory's data; where it calls none so, one that stands for none.</summary>
    public static TheoryData<string> Written => [.. States.Where(state => state.Value == "written").Select(state => state.Key).DefaultIfEmpty("")];

    [GeneratedRegex(@"^\| *(?:before|\d+) *\| *`(?<name>\d\d-[a-z0-9-]+)`[^|]*\|(?<state>[^|]+)\|")]
    private static partial Regex Row();
}
