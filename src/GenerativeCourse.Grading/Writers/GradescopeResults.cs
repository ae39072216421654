using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Gradebooks;

namespace GenerativeCourse.Grading.Writers;

/// <summary>Gradescope's <c>results.json</c>.</summary>
public static class GradescopeResults
{
    /// <summary>The file for one submission. Lateness is left to Gradescope, which knows its own due dates.</summary>
    public static byte[] Of(ScoredSubmission submission) => JsonFile.Of(new JsonObject
    {
        ["score"] = submission.Raw,
        ["visibility"] = "visible",
        ["stdout_visibility"] = "hidden",
        ["test_output_format"] = "text",
        ["tests"] = new JsonArray([.. submission.Notebooks.SelectMany(notebook => notebook.Cells.Select(cell => Test(notebook.Name, cell)))]),
    });

    static JsonObject Test(string notebook, ScoredCell cell) => new()
    {
        ["name"] = $"{notebook}: {cell.Grade.GradeId}",
        ["score"] = cell.Score,
        ["max_score"] = cell.Grade.Points,
        ["status"] = cell.Score >= cell.Grade.Points ? "passed" : "failed",
        ["output"] = Output(cell),
        ["visibility"] = "visible",
    };

    internal static string Output(ScoredCell cell)
    {
        if (cell.NeedsManualGrade)
            return "A person will grade this.";
        var failed = cell.Grade.Checks.Where(check => !check.Passed).Select(check => check.Message).Distinct();
        IEnumerable<string?> lines = cell.Grade.Note is null ? failed : [cell.Grade.Note];
        return string.Join("\n\n", lines.Append(cell.Comment).Where(line => !string.IsNullOrEmpty(line)));
    }
}
