using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Grading.Submissions;

namespace GenerativeCourse.Grading.Tests;

/// <summary>Reports on the sample release that no kernel had to make.</summary>
static class SampleReport
{
    /// <summary>A report in which k-means failed, the KL divergence earned all, and the essay waits.</summary>
    public static GradeReport Of(Release release, string student, DateTimeOffset? timestamp = null, double kl = 3, string kmeans = "<b>expected:</b> 1, \"actual\": 2") => new(student, release.Name, timestamp,
    [
        new NotebookGrade(SampleRelease.Name,
            [.. release.Key.Notebooks[0].Exercises.SelectMany(exercise => exercise.Tests.Select(test => (exercise, test))).Select(pair => pair.exercise.Id switch
            {
                "kmeans" => new CellGrade("kmeans-test", "kmeans", 2, 0, [new CheckGrade("Nearest(a, b)", false, kmeans, false), new CheckGrade("a hidden check", true, null, true)], null),
                "kl" => new CellGrade("kl-test", "kl", 3, kl, [new CheckGrade("Kl(a, b)", true, null, false)], null),
                _ => new CellGrade(pair.test.GradeId, pair.exercise.Id, pair.test.Points, 0, [], "no answer was written"),
            }), new CellGrade("essay", "essay", 2, null, [], null, "Because.")],
            ["cell setup was changed; the released one was used"]),
    ]);
}
