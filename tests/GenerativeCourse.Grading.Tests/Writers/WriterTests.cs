using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using GenerativeCourse.Grading.Gradebooks;
using GenerativeCourse.Grading.Writers;

namespace GenerativeCourse.Grading.Tests.Writers;

public sealed class WriterTests
{
    static readonly DateTimeOffset Moment = new(2026, 11, 21, 9, 0, 0, 500, TimeSpan.Zero);

    static async Task<ScoredSubmission> Scored(string student = "Ada, \"the\" first", double kl = 3)
    {
        var report = SampleReport.Of(await SampleRelease.Get(), student, Moment, kl);
        return new ScoredSubmission(student, report.Timestamp, [.. report.Notebooks.Select(notebook =>
            new ScoredNotebook(notebook.Name, [.. notebook.Cells.Select(cell => new ScoredCell(cell, null, 0, cell.GradeId == "kl-test" ? "well <done>" : null))], notebook.Notes, 0.5))]);
    }

    static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    [Fact]
    public async Task Grades_csv_has_nbgraders_columns_and_quotes_names() => Assert.Equal(
        """"
        assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score
        week6,,2026-11-21 09:00:00.500000,"Ada, ""the"" first",,,,3.0,0.5,2.5,13.0

        """",
        Text(GradesCsv.ForNbgrader("week6", null, [await Scored()])));

    [Fact]
    public async Task A_name_that_is_a_formula_is_none_in_a_spreadsheet() =>
        Assert.Contains("\n'=1+1,2.5,", Text(GradesCsv.ForMoodle("week6", [await Scored("=1+1")])));

    [Fact]
    public async Task Canvas_gets_its_columns_and_the_points_possible() =>
        Assert.Equal("Student,ID,SIS User ID,SIS Login ID,Section,week6\n    Points Possible,,,,,13\nada,,,ada,,2.5\n", Text(GradesCsv.ForCanvas("week6", [await Scored("ada")])));

    [Fact]
    public async Task Gradescope_gets_a_test_a_cell()
    {
        var results = JsonNode.Parse(GradescopeResults.Of(await Scored()))!;
        Assert.Equal(3, (double)results["score"]!);
        var tests = results["tests"]!.AsArray();
        Assert.Equal(["sampler: kmeans-test", "sampler: responsibility-test", "sampler: kl-test", "sampler: mask-test", "sampler: coupling-test", "sampler: essay"], tests.Select(test => (string)test!["name"]!));
        Assert.Equal(["failed", "failed", "passed", "failed", "failed", "failed"], tests.Select(test => (string)test!["status"]!));
        Assert.Equal("<b>expected:</b> 1, \"actual\": 2", (string)tests[0]!["output"]!);
        Assert.Equal(["name", "score", "max_score", "status", "output", "visibility"], tests[0]!.AsObject().Select(entry => entry.Key));
    }

    [Theory]
    [InlineData(3, 3, 13)]
    [InlineData(1.5, 3, 26)]
    [InlineData(0.75, 3, 52)]
    public async Task Classroom_50_gets_whole_points(double kl, int score, int points)
    {
        var result = JsonNode.Parse(Classroom50Result.Of(await Scored(kl: kl), new("cs", "week6", "s", "c", "r", "v"), Moment))!;
        Assert.Equal((score, points), ((int)result["score"]!, (int)result["max-score"]!));
        Assert.Equal(("classroom50/result/v1", "2026-11-21T09:00:00Z"), ((string)result["schema"]!, (string)result["datetime"]!));
        Assert.Equal(points, result["tests"]!.AsArray().Sum(test => (int)test!["max-score"]!));
    }

    [Fact]
    public async Task JUnit_tells_failures_from_what_a_person_has_to_grade()
    {
        var suite = XDocument.Parse(Text(JUnitGrades.Of([await Scored("a\u0001b")]))).Root!.Element("testsuite")!;
        Assert.Equal(("ab", "6", "4", "1"), ((string)suite.Attribute("name")!, (string)suite.Attribute("tests")!, (string)suite.Attribute("failures")!, (string)suite.Attribute("skipped")!));
        Assert.Equal("<b>expected:</b> 1, \"actual\": 2", suite.Element("testcase")!.Element("failure")!.Value);
    }

    [Fact]
    public async Task Ags_scores_say_whether_a_person_still_has_to_grade()
    {
        var score = JsonNode.Parse(AgsScores.Of([await Scored("ada")], Moment))![0]!;
        Assert.Equal(("ada", 2.5, 13d, "2026-11-21T09:00:00.500Z", "PendingManual"),
            ((string)score["userId"]!, (double)score["scoreGiven"]!, (double)score["scoreMaximum"]!, (string)score["timestamp"]!, (string)score["gradingProgress"]!));
    }

    [Fact]
    public async Task A_page_shows_what_failed_and_takes_nothing_for_markup()
    {
        var page = Text(FeedbackPage.Of("week6", await Scored("<script>alert(1)</script>")));
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("<b>", page);
        Assert.Contains("&lt;b&gt;expected:&lt;/b&gt; 1", page);
        Assert.Contains("2.5 of 13 points", page);
        Assert.Contains("well &lt;done&gt;", page);
        Assert.Contains("Handed in late, which cost 0.5 of 3.", page);
        Assert.Contains("A person will grade this.", page);
    }

    [Fact]
    public void Files_are_named_so_that_no_student_leads_elsewhere_or_shares_anothers()
    {
        Assert.Equal("ada@x.org", GradeFiles.FileName("ada@x.org"));
        Assert.DoesNotContain('/', GradeFiles.FileName("../../etc/passwd"));
        Assert.False(GradeFiles.FileName("../../etc/passwd").StartsWith('.'));
        Assert.NotEqual(GradeFiles.FileName("a:b"), GradeFiles.FileName("a/b"));
    }
}
