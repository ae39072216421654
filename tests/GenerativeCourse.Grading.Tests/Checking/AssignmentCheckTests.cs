using GenerativeCourse.Grading.Checking;
using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Tests.Checking;

public sealed class AssignmentCheckTests
{
    static async Task<CheckReport> Check(Action<Notebook>? change = null) =>
        await new AssignmentCheck(TestWorker.Options, new SessionLimits { Memory = 8_000_000_000 }).Run(SampleAssignment.Read(change), TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_sound_assignment_is_found_sound()
    {
        var report = await Check();
        Assert.True(report.Problems.Count == 0, string.Join('\n', report.Problems));
        Assert.Equal(13, report.Assignment.Points);
        Assert.Equal(["kmeans", "responsibility", "kl", "mask", "coupling"], report.Exercises.Select(tried => tried.Exercise.Id));
        Assert.All(report.Exercises, tried => Assert.Equal(2, tried.Rejected.Count));
        Assert.Equal(9e-7, report.Exercises[^1].FalseFail, 1e-12);
    }

    [Fact]
    public async Task What_is_unsound_is_named_with_its_exercise()
    {
        var report = await Check(notebook =>
        {
            Replace(notebook, "kmeans-test", "new[] { 0, 1, 2 }", "new[] { 0, 1, 1 }");
            Replace(notebook, "mask", "    // BEGIN SOLUTION\n    return", "    // BEGIN SOLUTION\n    if (length < 0) throw new ArgumentException();\n    return");
            Replace(notebook, "mask-test", "CausalMask(2), new[,] { { true, false }, { true, true } }", "CausalMask(1), new[,] { { true } }");
            Replace(notebook, "mask-test", "Check.Equal(() => CausalMask(5).sum(), 15", "Check.Throws<Exception>(() => CausalMask(-1)");
            Replace(notebook, "kl-test", "new[] { 2.79362, 5.94525 }", "new[] { 1.0, 1.0 }");
            notebook.Cell("kl").Metadata["course"]!["wrong_answers"]![0]!["source"] = "    return mean.Sum();";
        });
        var said = string.Join('\n', report.Problems);
        Assert.Contains("test kmeans-test: the solution fails it: the check of  Nearest(points, new[] { 0.0, 1, 2 })  failed", said);
        Assert.Contains("exercise mask: the wrong answer 'forward' passes all of its tests", said);
        Assert.Contains("test kl-test: the solution fails it", said);
        Assert.Contains("the wrong answer 'log-variance as deviation' cannot be run", said);
        Assert.DoesNotContain("exercise coupling", said);
    }

    [Fact]
    public async Task A_test_that_the_stub_passes_and_a_weak_one_are_refused()
    {
        var report = await Check(notebook =>
        {
            Replace(notebook, "kmeans-test", "Check.Equal(() => Nearest(points, new[] { 0.0, 1, 2 }), new[] { 0, 1, 2 }", "Check.Throws<Exception>(() => Nearest(points, null)");
            Replace(notebook, "kmeans-test", "Check.Equal(() => Nearest(new[] { -5.0, 1.4, 1.6 }, new[] { 2.0, 1.0 }), new[] { 1, 1, 0 }", "Check.Throws<Exception>(() => Nearest(null, points)");
            Replace(notebook, "coupling", "4000", "12");
            Replace(notebook, "coupling-test", ", falseFail: 5e-7", "");
            notebook.Cell("coupling").Metadata["course"]!["wrong_answers"]![0]!["source"] = "    return randn(12, generator: new Generator((ulong)seed)).mul(0.5).add(1.85).to(float64).data<double>().ToArray();";
        });
        var said = string.Join('\n', report.Problems);
        Assert.Contains("test kmeans-test: the stub passes it", said);
        Assert.True(said.Contains("exercise coupling: the wrong answer 'shift first' would be rejected") && said.Contains("% of the time; 99 % are wanted"), said);
        Assert.Contains("exercise coupling: its 2 checks of draws together fail right answers 1.2e-6 of the time; 1e-6 is allowed: give each its share, as in falseFail: 5e-7", said);
    }

    [Fact]
    public async Task Text_that_students_must_not_get_is_found_in_the_release()
    {
        var report = await Check(notebook =>
        {
            notebook.Cell("gauss").Source += "\n// return ones(length, length).tril() > 0;\n    return ones(length, length).tril() > 0;";
            notebook.Cell("kl-task").Source += " A learner takes the encoder's output for a deviation.\nCheck.Close(() => Kl(wide, wide * 0.5f), new[] { 2.79362, 5.94525 }, tolerance: 1e-3, hint: \"half of the mean's square, the variance, minus one, minus the log-variance\");";
        });
        var said = string.Join('\n', report.Problems);
        Assert.Contains("exercise mask: its solution stands in cell gauss, which students get", said);
        Assert.Contains("why a learner gives the answer 'log-variance as deviation' stands in cell kl-task", said);
        Assert.Contains("test kl-test: the hidden line 'Check.Close(() => Kl(wide", said);
    }

    static void Replace(Notebook notebook, string id, string before, string after)
    {
        var cell = notebook.Cell(id);
        Assert.Contains(before, cell.Source);
        cell.Source = cell.Source.Replace(before, after);
    }
}
