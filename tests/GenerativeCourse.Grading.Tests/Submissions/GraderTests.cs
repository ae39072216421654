using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Outputs;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Tests.Submissions;

public sealed class GraderTests
{
    const string Essay = "Because the integral has no closed form.";

    [Fact]
    public async Task A_right_submission_earns_every_point_that_a_machine_gives()
    {
        var release = await SampleRelease.Get();
        var report = await release.Grade(release.Answered(("essay", Essay)));
        Assert.Equal("", string.Join('\n', report.Notebooks.Single().Cells.SelectMany(cell => cell.Checks).Where(check => !check.Passed).Select(check => check.Message)));
        Assert.Equal((11, 13, true), (report.Score, report.Points, report.NeedsManualGrade));
        Assert.Empty(report.Notebooks.Single().Notes);
        var essay = report.Notebooks.Single().Cells[^1];
        Assert.Equal((null, Essay), (essay.Score, essay.Answer));
    }

    [Fact]
    public async Task What_was_handed_out_earns_nothing()
    {
        var release = await SampleRelease.Get();
        var report = await release.Grade(release[SampleRelease.Name]);
        Assert.Equal((0, false), (report.Score, report.NeedsManualGrade));
        Assert.All(report.Notebooks.Single().Cells, cell => Assert.Equal("no answer was written", cell.Note));
    }

    [Fact]
    public async Task A_visible_failure_is_explained_and_a_hidden_one_tells_its_hint_alone()
    {
        var release = await SampleRelease.Get();
        var report = await release.Grade(release.Answered(
            ("kmeans", "int[] Nearest(double[] points, double[] centres) => [0, 1, 2];"),
            ("responsibility", "double Responsibility(double x) => 2 * 0.3 * Density(x, 0, 1) / (0.3 * Density(x, 0, 1) + 0.7 * Density(x, 3, 2));"),
            ("kl", "Tensor Kl(Tensor mean, Tensor logVariance) => throw new InvalidOperationException($\"inputs {mean.ToString()}\");")));
        Assert.Equal((4, 0d, 0d, 0d), (report.Score, report.Score("kmeans-test"), report.Score("responsibility-test"), report.Score("kl-test")));
        var checks = report.Notebooks.Single().Cells.ToDictionary(cell => cell.GradeId, cell => cell.Checks);
        Assert.True(checks["kmeans-test"][0].Passed);
        Assert.Equal(("a hidden check", "it gave another value than expected with other inputs; hint: distances are not negative"), (checks["kmeans-test"][1].Name, checks["kmeans-test"][1].Message));
        Assert.Contains("twice what was asked", checks["responsibility-test"][0].Message);
        Assert.Contains("InvalidOperationException: inputs", checks["kl-test"][0].Message);
        Assert.All(checks["kl-test"].Where(check => check.IsHidden), check => Assert.DoesNotContain("inputs [", check.Message));
    }

    [Fact]
    public async Task Cells_that_were_deleted_moved_copied_changed_or_added_are_put_right()
    {
        var release = await SampleRelease.Get();
        var notebook = release.Answered(("essay", Essay), ("kmeans", "int[] Nearest(double[] points, double[] centres) => Closest(points, centres);"));
        var cells = notebook.Cells;
        foreach (var gone in (string[])["setup", "gauss", "responsibility-test", "mask-test"])
            cells.Remove(notebook.Cell(gone));
        notebook.Cell("kl-test").Source = "// nothing is tested any more";
        notebook.Cell("kl-test").Metadata["nbgrader"]!["points"] = 300;
        var copy = notebook.Cell("kl").Clone();
        (copy.Id, copy.Source) = ("copied", release[SampleRelease.Name].Cell("kl").Source);
        cells.Add(copy);
        var coupling = notebook.Cell("coupling");
        cells.Remove(coupling);
        cells.Insert(0, coupling);
        var mine = NotebookCell.Code("mine", "int[] Closest(double[] points, double[] centres) => [.. points.Select(p => Enumerable.Range(0, centres.Length).MinBy(k => Math.Abs(p - centres[k])))];");
        cells.Insert(cells.IndexOf(notebook.Cell("kmeans")), mine);
        var report = await release.Grade(notebook);
        Assert.Equal(11, report.Score);
        Assert.Equal(["test kl-test was changed; the released one was used", "two cells are kl; the last one that was written in counts"], report.Notebooks.Single().Notes);
    }

    [Fact]
    public async Task Warnings_and_output_cost_no_points()
    {
        var release = await SampleRelease.Get();
        var solution = release.Answered().Cell("mask").Source;
        var report = await release.Grade(release.Answered(("mask", $"#warning not looked at\nstring? unused; Console.Error.WriteLine(\"to standard error\");\n{solution}\nConsole.WriteLine(unused?.Length); obsolete();\n[Obsolete] void obsolete() {{ }}")));
        Assert.Equal(2, report.Score("mask-test"));
    }

    [Fact]
    public async Task A_deleted_answer_earns_nothing_and_costs_nobody_else()
    {
        var release = await SampleRelease.Get();
        var notebook = release.Answered();
        notebook.Cells.Remove(notebook.Cell("kl"));
        var report = await release.Grade(notebook);
        Assert.Equal((8, "the answer was deleted"), (report.Score, report.Notebooks.Single().Cells.Single(cell => cell.GradeId == "kl-test").Note));
    }

    [Fact]
    public async Task A_notebook_that_was_not_handed_in_earns_nothing()
    {
        var report = await (await SampleRelease.Get()).Grade((byte[]?)null);
        Assert.Equal((0, 13, false), (report.Score, report.Points, report.NeedsManualGrade));
    }

    [Fact]
    public async Task Partial_credit_is_a_share_of_the_checks()
    {
        var release = await SampleRelease.Get();
        var partial = Release.Of(release.Name, [(SampleRelease.Name, release[SampleRelease.Name],
            [.. release.Key.Notebooks[0].Exercises.Select(exercise => exercise with { Tests = [.. exercise.Tests.Select(test => test with { Partial = true })] })])]);
        var report = await partial.Grade(release.Answered(
            ("kmeans", "int[] Nearest(double[] points, double[] centres) => [0, 1, 2];"),
            ("kl", "Tensor Kl(Tensor mean, Tensor logVariance) => mean.sum(1);")));
        Assert.Equal((1d, 1d, 2d), (report.Score("kmeans-test"), report.Score("kl-test"), report.Score("mask-test")));
    }

    [Fact]
    public async Task What_cells_put_out_is_kept_from_the_file_and_from_the_run_up_to_the_first_hidden_input()
    {
        var release = await SampleRelease.Get();
        var notebook = release.Answered(("kmeans", "Console.WriteLine(\"ran\");\nint[] Nearest(double[] points, double[] centres)\n{\n    Console.WriteLine($\"asked of {points[0]}\");\n    return [.. points.Select(p => Enumerable.Range(0, centres.Length).MinBy(k => Math.Abs(p - centres[k])))];\n}"));
        notebook.Cell("kmeans").Outputs.Add(JsonNode.Parse("""{"output_type":"stream","name":"stdout","text":"all is well"}"""));
        notebook.Cell("kmeans-test").Outputs.Add(JsonNode.Parse("""{"output_type":"display_data","metadata":{},"data":{"text/html":"<b>12 of 12 points</b>"}}"""));
        var report = await release.Grade(notebook);
        var kept = report.Notebooks.Single().Outputs.Single(outputs => outputs.Exercise == "kmeans");
        Assert.Equal([new CellOutput(OutputKind.Text, "all is well"), new CellOutput(OutputKind.Unshown, "text/html")], kept.Submitted);
        Assert.Equal([new CellOutput(OutputKind.Text, "ran\nasked of 0.1\n")], kept.Graded.Select(output => output with { Text = output.Text.ReplaceLineEndings("\n") }));
        Assert.Equal(2, report.Score("kmeans-test"));
    }
}
