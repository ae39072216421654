using GenerativeCourse.Grading.Gradebooks;
using GenerativeCourse.Grading.Outputs;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Grading.Submissions;

namespace GenerativeCourse.Grading.Tests.Gradebooks;

public sealed class GradebookTests : FolderTests
{
    string Database => Path.Combine(Folder.FullName, "gradebook.db");

    IReadOnlyList<object?[]> Query(string sql)
    {
        using var table = GradebookTable.Open(Database);
        return table.All(sql);
    }

    [Fact]
    public async Task Grades_stand_in_nbgraders_tables()
    {
        var release = await SampleRelease.Get();
        using (var gradebook = Gradebook.Open(Database, release))
        {
            gradebook.Write(SampleReport.Of(release, "ada", new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero)), "f1");
            Assert.Equal("f1", gradebook.Fingerprint("ada"));
            Assert.Null(gradebook.Fingerprint("bob"));
        }
        Assert.Equal(["e43177bfe90b"], Query("SELECT version_num FROM alembic_version").Select(row => row[0]));
        Assert.Equal(6L, Query("SELECT count(*) FROM grade_cells")[0][0]);
        Assert.Equal(6L, Query("SELECT count(*) FROM solution_cells")[0][0]);
        Assert.Equal(["GradeCell", "SolutionCell"], Query("SELECT type FROM base_cell WHERE name = 'essay' ORDER BY type").Select(row => row[0]));
        Assert.Equal("2026-11-20 12:00:00.000000", Query("SELECT timestamp FROM submitted_assignment")[0][0]);
        var rows = Query("SELECT b.name, g.auto_score, g.manual_score, g.needs_manual_grade FROM grade g JOIN base_cell b ON g.cell_id = b.id ORDER BY b.name");
        Assert.Equal(["coupling-test", "essay", "kl-test", "kmeans-test", "mask-test", "responsibility-test"], rows.Select(row => row[0]));
        Assert.Equal([0d, null, 3d, 0d, 0d, 0d], rows.Select(row => row[1]));
        Assert.Equal([0L, 1L, 0L, 0L, 0L, 0L], rows.Select(row => row[3]));
        Assert.All(Query("SELECT id FROM grade"), row => Assert.Matches("^[0-9a-f]{32}$", (string)row[0]!));
    }

    [Fact]
    public async Task What_cells_put_out_is_kept_beside_the_report_and_replaced_by_a_regrade()
    {
        var release = await SampleRelease.Get();
        GradeReport Report(params AnswerOutputs[] outputs)
        {
            var report = SampleReport.Of(release, "ada");
            return report with { Notebooks = [report.Notebooks[0] with { Outputs = outputs }] };
        }
        using var gradebook = Gradebook.Open(Database, release);
        gradebook.Write(Report(new AnswerOutputs("kl", [new(OutputKind.Text, "in the file \0")], [new(OutputKind.Picture, "QUJD", "image/png")], new Dictionary<string, CellOutput>())), "f1");
        var kept = gradebook.Outputs("ada", SampleRelease.Name, "kl")!;
        Assert.Equal(("in the file \0", "image/png"), (kept.Submitted.Single().Text, kept.Graded.Single().Type));
        Assert.DoesNotContain("in the file", (string)Query("SELECT report FROM course_report")[0][0]!);
        gradebook.Write(Report(), "f2");
        Assert.Null(gradebook.Outputs("ada", SampleRelease.Name, "kl"));
    }

    [Fact]
    public async Task What_a_person_gave_and_wrote_survives_a_regrade()
    {
        var release = await SampleRelease.Get();
        using var gradebook = Gradebook.Open(Database, release);
        gradebook.Write(SampleReport.Of(release, "ada"), "f1");
        using (var table = GradebookTable.Open(Database))
        {
            table.Run("UPDATE grade SET manual_score = 1.5, extra_credit = 0.25, needs_manual_grade = 0 WHERE cell_id = (SELECT id FROM base_cell WHERE name = 'essay' AND type = 'GradeCell')");
            table.Run("UPDATE comment SET manual_comment = 'well put' WHERE cell_id = (SELECT id FROM base_cell WHERE name = 'essay' AND type = 'SolutionCell')");
        }
        gradebook.Write(SampleReport.Of(release, "ada", kl: 0), "f2");
        var essay = gradebook.Settle(LatePolicy.None).Single().Notebooks[0].Cells[^1];
        Assert.Equal((1.5, 0.25, "well put", 1.75, false), (essay.Manual, essay.Extra, essay.Comment, essay.Score, essay.NeedsManualGrade));
        Assert.Equal(1.75, gradebook.Settle(LatePolicy.None).Single().Score);
        Assert.Equal("f2", gradebook.Fingerprint("ada"));
        Assert.Equal(1L, Query("SELECT needs_manual_grade FROM grade WHERE manual_score IS NOT NULL")[0][0]);
    }

    [Fact]
    public async Task Lateness_costs_what_the_policy_says_and_extensions_count()
    {
        var release = await SampleRelease.Get();
        using var gradebook = Gradebook.Open(Database, release);
        var due = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
        foreach (var (student, hours) in new[] { ("ada", 0.0), ("bob", 25), ("eve", 25), ("mallory", 1000) })
            gradebook.Write(SampleReport.Of(release, student, due.AddHours(hours)), student);
        var scored = gradebook.Settle(new LatePolicy(due, 0.2, new Dictionary<string, TimeSpan> { ["eve"] = TimeSpan.FromDays(1) }));
        Assert.Equal([3, 1.8, 2.4, 0], scored.Select(one => Math.Round(one.Score, 9)));
        Assert.Equal("1970-01-02 00:00:00.000000", Query("SELECT extension FROM submitted_assignment WHERE student_id = 'eve'")[0][0]);
        Assert.Equal("2026-11-20 12:00:00.000000", Query("SELECT duedate FROM assignment")[0][0]);
        Assert.Equal([3, 3, 3, 3], gradebook.Settle(LatePolicy.None).Select(one => one.Score));
    }

    [Fact]
    public async Task Points_and_comments_can_be_given_without_the_release_and_taken_back()
    {
        var release = await SampleRelease.Get();
        var due = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
        var report = SampleReport.Of(release, "ada", due.AddHours(1));
        using (var made = Gradebook.Open(Database, release))
        {
            made.Write(report, "f1");
            made.Settle(new LatePolicy(due, 0.5, new Dictionary<string, TimeSpan> { ["ada"] = TimeSpan.FromMinutes(1) }));
        }
        using var gradebook = Gradebook.OpenGraded(Database);
        Assert.Equal((release.Name, due, 0.5, TimeSpan.FromMinutes(1)), (gradebook.Name, gradebook.Policy().Due, gradebook.Policy().PerDay, gradebook.Policy().Extensions["ada"]));
        gradebook.Give("ada", SampleRelease.Name, report.Notebooks[0].Cells[^1], 2, "<b>good</b>");
        gradebook.Give("ada", SampleRelease.Name, report.Notebooks[0].Cells[0], 1, null);
        gradebook.Write(report with { Timestamp = null }, "f2");
        Assert.Equal((6, false, "<b>good</b>"), (gradebook.Scored(gradebook.Policy())[0].Score, gradebook.Scored(gradebook.Policy())[0].NeedsManualGrade, gradebook.Scored(gradebook.Policy())[0].Notebooks[0].Cells[^1].Comment));
        gradebook.Give("ada", SampleRelease.Name, report.Notebooks[0].Cells[^1], null, " ");
        Assert.True(gradebook.Scored(LatePolicy.None)[0].NeedsManualGrade);
        Assert.Equal(1L, Query("SELECT needs_manual_grade FROM grade WHERE cell_id = (SELECT id FROM base_cell WHERE name = 'essay' AND type = 'GradeCell')")[0][0]);
        Assert.Contains("bob has no essay", Assert.Throws<AssignmentException>(() => gradebook.Give("bob", SampleRelease.Name, report.Notebooks[0].Cells[^1], 1, null)).Message);
        Assert.Contains(gradebook.Stubs(), stub => stub.Id == "kl" && stub.Source.Contains("NotImplementedException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_holds_no_grades_is_no_graded_book()
    {
        Assert.Contains("with `course grade`", Assert.Throws<AssignmentException>(() => Gradebook.OpenGraded(Database)).Message);
        using (Gradebook.Open(Database, await SampleRelease.Get()))
            Assert.Contains("holds no grades", Assert.Throws<AssignmentException>(() => Gradebook.OpenGraded(Database)).Message);
    }

    [Fact]
    public async Task Two_runs_in_any_order_write_the_same_rows()
    {
        var release = await SampleRelease.Get();
        string Dump(params string[] students)
        {
            File.Delete(Database);
            using (var gradebook = Gradebook.Open(Database, release))
                foreach (var student in students)
                    gradebook.Write(SampleReport.Of(release, student), student);
            return string.Join('\n', new[] { "student", "submitted_assignment", "submitted_notebook", "grade", "comment", "course_report", "base_cell" }
                .SelectMany(table => Query($"SELECT * FROM {table} ORDER BY 1, 2").Select(row => string.Join('|', row))));
        }
        Assert.Equal(Dump("ada", "bob", "eve"), Dump("eve", "ada", "bob", "ada"));
    }

    [Fact]
    public async Task A_release_with_other_cells_is_refused_once_there_are_grades()
    {
        var release = await SampleRelease.Get();
        using (var gradebook = Gradebook.Open(Database, release))
            gradebook.Write(SampleReport.Of(release, "ada"), "f");
        var other = Release.Of(release.Name, [(SampleRelease.Name, release[SampleRelease.Name], [.. release.Key.Notebooks[0].Exercises.Skip(1)])]);
        Assert.Contains("sampler/kmeans-test): grade the new release into another folder", Assert.Throws<AssignmentException>(() => Gradebook.Open(Database, other)).Message);
        File.WriteAllText(Path.Combine(Folder.FullName, "text.db"), "This is no database, whatever its name says, and it is long enough to be looked at.");
        Assert.Contains("is no gradebook", Assert.Throws<AssignmentException>(() => Gradebook.Open(Path.Combine(Folder.FullName, "text.db"), release)).Message);
    }
}
