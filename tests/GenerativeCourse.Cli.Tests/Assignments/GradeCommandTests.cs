using System.Text.Json.Nodes;
using GenerativeCourse.Cli.Tests.Running;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Grading.Sandboxing;
using GenerativeCourse.Grading.Tests;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Cli.Tests.Assignments;

/// <summary>An assignment from the lecture to the grades, by the commands that a lecturer types.</summary>
public sealed class GradeCommandTests : IDisposable
{
    const int Class = 30, Kills = 5;

    static readonly string[] Sandboxed = Sandbox.Lacking is null ? [] : ["--unsandboxed"];

    readonly ToolRun tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public async Task A_class_is_graded_and_a_run_that_is_killed_again_and_again_ends_like_one_that_is_not()
    {
        SampleAssignment.Create().Write(tool["sampler.ipynb"]);
        var (code, said) = tool.Run("assignment", "release", tool["sampler.ipynb"], "--out", tool["week6"]);
        Assert.True(code == 0, said);
        HandIn();
        Assert.Equal(0, Grade("whole", "--jobs", "2").Code);
        var random = new Random(6);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = tool.Begin(Arguments("killed", "--resume", "--jobs", "1"));
            var errors = process.StandardError;
            // At a random student, and at a random moment of that one's grading.
            for (var line = random.Next(8); line >= 0 && await errors.ReadLineAsync(TestContext.Current.CancellationToken) is not null; line--) ;
            await Task.Delay(random.Next(1500), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        var (end, last) = Grade("killed", "--resume", "--jobs", "2");
        Assert.True(end == 0, last);
        Assert.DoesNotContain(" 30 graded", last);
        foreach (var file in (string[])["grades.csv", "canvas.csv", "moodle.csv", "junit.xml", "feedback/student03.html", "gradescope/student07.json"])
            Assert.Equal(File.ReadAllText(tool[$"whole/{file}"]), File.ReadAllText(tool[$"killed/{file}"]));
        Assert.Contains("0 graded, 30 unchanged", Grade("killed", "--resume").Output);
        Assert.Equal(11, Score("whole", "student03"));
        Assert.Equal(8, Score("whole", "student07"));
        Assert.Equal(0, Score("whole", "student01"));
    }

    // Three right, three wrong in one exercise, and the rest not written or broken, which is quickly graded.
    void HandIn()
    {
        var released = Notebook.Read(tool["week6/sampler.ipynb"]);
        for (var student = 0; student < Class; student++)
        {
            var mine = released.Clone();
            if (student % 10 is 3 or 7)
                foreach (var cell in mine.Cells.Where(cell => GradedCell.Read(cell) is { Solution: true }))
                    cell.Source = student % 10 == 7 && cell.Id == "kl" ? "Tensor Kl(Tensor mean, Tensor logVariance) => mean.sum(1);" : SampleAssignment.Create().Cell(cell.Id).Source;
            Directory.CreateDirectory(tool[$"in/student{student:00}"]);
            if (student % 10 == 9)
                File.WriteAllText(tool[$"in/student{student:00}/sampler.ipynb"], "{ not json");
            else
                mine.Write(tool[$"in/student{student:00}/sampler.ipynb"]);
        }
    }

    double Score(string folder, string student) => (double)JsonNode.Parse(File.ReadAllText(tool[$"{folder}/gradescope/{student}.json"]))!["score"]!;

    string[] Arguments(string folder, params string[] more) => ["grade", "--release", tool["week6"], "--submissions", tool["in"], "--out", tool[folder], .. Sandboxed, .. more];

    (int Code, string Output) Grade(string folder, params string[] more) => tool.Run(Arguments(folder, more));
}
