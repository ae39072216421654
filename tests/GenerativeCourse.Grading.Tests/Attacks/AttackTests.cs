using GenerativeCourse.Grading.Submissions;

namespace GenerativeCourse.Grading.Tests.Attacks;

/// <summary>What a student might try, in the answers of one submission: none of it earns anything, and none of it costs the other answers theirs.</summary>
public abstract class AttackTests
{
    /// <summary>Grades a submission in which some answers are attacks and the others right.</summary>
    protected static async Task<GradeReport> Attack(params (string Exercise, string Source)[] attacks)
    {
        var release = await SampleRelease.Get();
        var report = await release.Grade(release.Answered(attacks));
        foreach (var cell in report.Notebooks.Single().Cells.Where(cell => cell.Checks.Count > 0))
        {
            var attacked = attacks.Any(attack => attack.Exercise == cell.Exercise);
            // What does not compile is no attack.
            Assert.DoesNotContain("error CS", $"{cell.Note} {string.Join('\n', cell.Checks.Select(check => check.Message))}");
            Assert.True(cell.Score == (attacked ? 0 : cell.Points), $"{cell.GradeId} earned {cell.Score}: {cell.Note} {string.Join('\n', cell.Checks.Select(check => check.Message))}");
        }
        return report;
    }

    protected static string Said(GradeReport report, string exercise)
    {
        var cell = report.Notebooks.Single().Cells.Single(cell => cell.Exercise == exercise);
        return $"{cell.Note} {string.Join('\n', cell.Checks.Select(check => check.Message))}";
    }
}
