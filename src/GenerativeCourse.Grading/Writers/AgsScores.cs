using System.Globalization;
using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Gradebooks;

namespace GenerativeCourse.Grading.Writers;

/// <summary>Scores of LTI 1.3's assignment and grade service, each to be posted to a line item's <c>scores</c> as <c>application/vnd.ims.lis.v1.score+json</c>.</summary>
public static class AgsScores
{
    /// <summary>A list of scores; <paramref name="moment"/> is when they were given.</summary>
    public static byte[] Of(IEnumerable<ScoredSubmission> submissions, DateTimeOffset moment) => JsonFile.Of(new JsonArray([.. submissions.Select(one => (JsonNode)new JsonObject
    {
        ["userId"] = one.Student,
        ["scoreGiven"] = one.Score,
        ["scoreMaximum"] = one.Points,
        ["timestamp"] = moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        ["activityProgress"] = "Submitted",
        ["gradingProgress"] = one.NeedsManualGrade ? "PendingManual" : "FullyGraded",
    })]));
}
