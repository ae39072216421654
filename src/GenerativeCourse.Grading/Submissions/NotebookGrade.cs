using System.Text.Json.Serialization;
using GenerativeCourse.Grading.Outputs;

namespace GenerativeCourse.Grading.Submissions;

/// <summary>The points of one notebook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cells">Its cells that carry points, in the release's order.</param>
/// <param name="Notes">What was odd about the file, a line each.</param>
public sealed record NotebookGrade(string Name, IReadOnlyList<CellGrade> Cells, IReadOnlyList<string> Notes)
{
    /// <summary>What its exercises' cells printed and drew, for who grades; kept beside the report and not in it.</summary>
    [JsonIgnore]
    public IReadOnlyList<AnswerOutputs> Outputs { get; init; } = [];
}
