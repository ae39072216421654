using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Packing;

/// <summary>A section of a lecture and the time that it takes to teach, as a rule of thumb: 130 words a minute, ten lines of code a minute, half a minute for a cell that shows something.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Words">Its words of prose.</param>
/// <param name="Lines">Its lines of code.</param>
/// <param name="Shown">Its cells that show something.</param>
public sealed record LectureSection(string Title, int Words, int Lines, int Shown)
{
    /// <summary>The minutes.</summary>
    public double Minutes => Words / 130.0 + Lines / 10.0 + Shown / 2.0;

    /// <summary>The sections of a lecture: what stands under its headings of the second level.</summary>
    public static IReadOnlyList<LectureSection> Of(Notebook lecture)
    {
        var sections = new List<LectureSection>();
        var open = new LectureSection("Opening", 0, 0, 0);
        foreach (var cell in lecture.Cells)
        {
            if (cell.Kind == CellKind.Code)
                open = open with { Lines = open.Lines + cell.Source.Split('\n').Count(line => line.Trim().Length > 0), Shown = open.Shown + (cell.Outputs.Count > 0 ? 1 : 0) };
            if (cell.Kind != CellKind.Markdown)
                continue;
            foreach (var line in cell.Source.Split('\n'))
            {
                if (line.StartsWith("## ", StringComparison.Ordinal))
                {
                    sections.Add(open);
                    open = new LectureSection(line[3..].Trim(), 0, 0, 0);
                }
                open = open with { Words = open.Words + line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length };
            }
        }
        return [.. sections.Append(open).Where(section => section.Words + section.Lines > 0)];
    }
}
