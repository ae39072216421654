using System.Text.Json;
using GenerativeCourse.Grading.Checking;
using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Grading.Sandboxing;
using GenerativeCourse.Grading.Submissions;
using GenerativeCourse.Grading.Tests.Class;

namespace GenerativeCourse.Grading.Tests.Releasing;

/// <summary>Inputs that differ between students.</summary>
public sealed class SeedTests
{
    static readonly SessionLimits Limits = new() { Memory = 8_000_000_000 };

    static readonly Lazy<Task<Release>> Made = new(Make);

    static async Task<Release> Make()
    {
        var checks = new List<CheckReport>();
        return await new ReleaseMaker(TestWorker.Options, Limits, seeded: true).Make(Classroom.Name, [Classroom.Read()], checks, TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException(string.Join('\n', checks.SelectMany(check => check.Problems)));
    }

    static KeyTest Mask(Release release, string student) => release.Key.Notebooks[0].For(student, release.Name).Exercises.Single(exercise => exercise.Id == "mask").Tests[0];

    [Fact]
    public async Task Each_student_is_graded_by_inputs_of_their_own_which_stay_the_same()
    {
        Peer.Require("bubblewrap");
        Peer.RequireHardware(Sandbox.Lacking is null, $"user namespaces ({Sandbox.Lacking})");
        var release = await Made.Value;
        Assert.Equal(release.Key.ToBytes(), AssignmentKey.Parse(release.Key.ToBytes(), "key").ToBytes());
        Assert.DoesNotContain("Given.Seed", System.Text.Encoding.UTF8.GetString(release[Classroom.Name].ToBytes()));
        var students = Enumerable.Range(0, 300).Select(Classroom.Student).ToList();
        Assert.True(students.Select(student => Mask(release, student).Seed).Distinct().Count() > StudentSeed.Sets / 2);
        Assert.All(students, student => Assert.Equal(Mask(release, student).Seed, Mask(release, student).Seed));

        // One student has found out her hidden length; it helps nobody else.
        var length = (long)Mask(release, "ada").Inputs.Single(input => input.Name == "size").Value!.Integers[0];
        var other = students.First(student => Mask(release, student).Inputs.Single(input => input.Name == "size").Value!.Integers[0] != length);
        var answered = Classroom.Answer(release[Classroom.Name], SubmissionKinds.All[0], 0);
        answered.Answer("mask", $"Tensor CausalMask(long length) => length == 2 || length == {length} ? ones(length, length).tril() > 0 : zeros(length, length) > 0;");
        var files = new Dictionary<string, byte[]> { [Classroom.Name] = answered.Notebook.ToBytes() };
        foreach (var (student, points) in new[] { ("ada", 12), (other, 10) })
        {
            var report = await new Grader(SampleRelease.Options).Grade(release, new Submission(student, files), TestContext.Current.CancellationToken);
            Assert.True(points == report.Score, $"{student}: {report.Score} {string.Join('\n', report.Notebooks[0].Cells.SelectMany(cell => cell.Checks).Select(check => check.Message))}");
        }
    }

    [Fact]
    public async Task A_wrong_answer_that_passes_with_some_seeds_is_named_and_so_is_a_solution_that_fails_with_one()
    {
        var notebook = Classroom.Read().Notebook.Clone();
        notebook.Cell("mask").Metadata["course"]!["wrong_answers"]![0]!["source"] = "    return length == 5 ? ones(length, length) > 0 : ones(length, length).tril() > 0;";
        notebook.Cell("responsibility-test").Source = notebook.Cell("responsibility-test").Source.Replace("4 * new Random(Given.Seed).NextDouble() - 1;", "Given.Seed == 1 ? 0 : 1e4;");
        var check = new AssignmentCheck(TestWorker.Options, Limits, seeded: true);
        var report = await check.Run(Assignment.Read(notebook, Classroom.Name), TestContext.Current.CancellationToken);
        Assert.Equal(2, report.Problems.Count);
        Assert.Contains("exercise responsibility: its solution fails test responsibility-test with Given.Seed = ", report.Problems[0].ToString());
        Assert.Matches("exercise mask: the wrong answer 'strictly back' passes all of its tests with \\d+ of 32 seeds, such as Given.Seed = ", report.Problems[1].ToString());
        // The exercises that are as they were come out as in another run, byte for byte.
        foreach (var id in (string[])["kmeans", "elbo", "coupling"])
            Assert.Equal(JsonSerializer.Serialize((await Made.Value).Key.Notebooks[0].Exercises.Single(exercise => exercise.Id == id).Tests), JsonSerializer.Serialize(check.Tests[id]));
    }

    [Fact]
    public async Task Without_a_test_that_uses_the_seed_none_can_be_given()
    {
        var report = await new AssignmentCheck(TestWorker.Options, Limits, seeded: true).Run(SampleAssignment.Read(), TestContext.Current.CancellationToken);
        Assert.Contains("no test makes its inputs from Given.Seed", Assert.Single(report.Problems).Text);
    }
}
