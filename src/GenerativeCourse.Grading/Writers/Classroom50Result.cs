using System.Globalization;
using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Gradebooks;

namespace GenerativeCourse.Grading.Writers;

/// <summary>Classroom 50's <c>result.json</c>, whose points are whole numbers: fractions are scaled, all by the same factor.</summary>
public static class Classroom50Result
{
    /// <summary>The names that the runner gives to an autograder as variables of its environment.</summary>
    public sealed record Place(string Classroom, string Assignment, string Submission, string Commit, string Release, string Review)
    {
        /// <summary>What the runner says; null where none started this process.</summary>
        public static Place? FromEnvironment() => Of("CLASSROOM") is { Length: > 0 } classroom && Of("SUBMISSION_TAG") is { Length: > 0 } submission
            ? new Place(classroom, Of("ASSIGNMENT"), submission, Of("COMMIT_URL"), Of("RELEASE_URL"), Of("REVIEW_URL"))
            : null;

        static string Of(string name) => Environment.GetEnvironmentVariable(name) ?? "";
    }

    /// <summary>The file for one submission.</summary>
    public static byte[] Of(ScoredSubmission submission, Place place, DateTimeOffset moment)
    {
        ScoredCell[] cells = [.. submission.Notebooks.SelectMany(notebook => notebook.Cells)];
        var factor = ((int[])[1, 2, 3, 4, 5, 6, 8, 10, 12, 20, 60, 100, 1000]).First(factor => factor == 1000 || cells.All(cell => IsWhole(cell.Score * factor) && IsWhole(cell.Grade.Points * factor)));
        return JsonFile.Of(new JsonObject
        {
            ["schema"] = "classroom50/result/v1",
            ["classroom"] = place.Classroom,
            ["assignment"] = place.Assignment,
            ["submission"] = place.Submission,
            ["commit"] = place.Commit,
            ["release"] = place.Release,
            ["review"] = place.Review,
            ["datetime"] = moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["score"] = cells.Sum(cell => Whole(cell.Score, factor)),
            ["max-score"] = cells.Sum(cell => Whole(cell.Grade.Points, factor)),
            ["tests"] = new JsonArray([.. cells.Select(cell => (JsonNode)new JsonObject
            {
                ["test-name"] = cell.Grade.GradeId,
                ["passed"] = cell.Score >= cell.Grade.Points,
                ["score"] = Whole(cell.Score, factor),
                ["max-score"] = Whole(cell.Grade.Points, factor),
                ["output"] = GradescopeResults.Output(cell),
            })]),
        });
    }

    static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) < 1e-9;

    static int Whole(double value, int factor) => (int)Math.Round(value * factor);
}
