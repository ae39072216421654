using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using GenerativeCourse.Grading.Gradebooks;
using GenerativeCourse.Grading.Submissions;
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

    static string Page(params CellGrade[] cells) => Text(FeedbackPage.Of("week6", new ScoredSubmission("ada", null, [new ScoredNotebook("sampler", [.. cells.Select(cell => new ScoredCell(cell, cell.GradeId == "given-test" ? 1.5 : null, 0, null))], [], 0)])));

    static CellGrade Cell(string exercise, double score, string? note, params CheckGrade[] checks) => new($"{exercise}-test", exercise, 2, score, checks, note, $"// the answer to {exercise}");

    [Fact]
    public void A_page_sets_out_what_was_expected_what_came_and_what_to_do()
    {
        var page = Page(Cell("kl", 0, null, new CheckGrade("Kl(a, b)", false, "the check of  Kl(a, b)  failed\n  expected: 2.88\n  actual:   4.16\n  perhaps:  <b>bits</b>\n  hint:     in nats", false), new CheckGrade("a hidden check", false, "it was not tried, because a visible check failed; hint: nats", true)));
        Assert.All(
            [
                "1 exercise has lost points: kl.",
                "<dt>expected</dt><dd>2.88</dd><dt>your answer gave</dt><dd>4.16</dd><dt>perhaps</dt><dd>&lt;b&gt;bits&lt;/b&gt;</dd><dt>hint</dt><dd>in nats</dd>",
                "A hidden check was not tried, because one that you can see failed.",
                "<code>course check sampler.ipynb</code>",
                "<pre>// the answer to kl</pre>",
            ],
            part => Assert.Contains(part, page));
        Assert.DoesNotContain("hint: nats", page);
    }

    [Theory]
    [InlineData("no answer was written", "is not the one that you saved")]
    [InlineData("the answer was deleted", "a new cell does not count")]
    [InlineData("sampler.ipynb was not handed in", "hand in sampler.ipynb under that name")]
    [InlineData("the answer fails when it is run: line 1, column 9: error CS0103: memory, the process and time", "run in a fresh session")]
    [InlineData("the answer fails when it is run: it did not end in its time, 20 s of processor time", "a loop that does not end")]
    [InlineData("it used more than 1.5 GB of memory", "grows in a loop")]
    [InlineData("it ended its process with other inputs", "calls itself without end")]
    [InlineData("the answer fails when it is run: The stack overflowed: does a function call itself without end?", "calls itself without end")]
    public void A_page_says_what_can_be_done(string note, string advice)
    {
        var page = Page(Cell("kl", 0, note, new CheckGrade("a hidden check", false, note, true)));
        Assert.Contains($"<strong>What you can do:</strong> ", page);
        Assert.Contains(advice, page);
    }

    [Fact]
    public void A_page_tells_hidden_checks_from_others_and_points_of_a_person_from_a_machines()
    {
        var page = Page(
            Cell("mask", 0, null, new CheckGrade("Mask(2)", true, null, false), new CheckGrade("a hidden check", true, null, true), new CheckGrade("a hidden check", false, "it gave another value than expected with other inputs; hint: back", true)),
            Cell("given", 0, null, new CheckGrade("Given()", false, "no value came back", false)), Cell("full", 2, null, new CheckGrade("a hidden check", true, null, true), new CheckGrade("a hidden check", true, null, true)));
        Assert.All(
            [
                "2 exercises have lost points: mask, given.",
                "✓ passed: <code>Mask(2)</code>, and a hidden check</p>",
                "right for their inputs only",
                "A person has looked at it and gave 1.5 instead of 0.",
                "✓ passed: 2 hidden checks</p>",
            ],
            part => Assert.Contains(part, page));
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
