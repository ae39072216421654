using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Rehearsing;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Tests.Rehearsing;

public sealed class RehearsalTests
{
    [Fact]
    public async Task A_student_hears_what_fails_and_what_is_missing()
    {
        var release = await SampleRelease.Get();
        var notebook = release.Answered(
            ("kl", "Tensor Kl(Tensor mean, Tensor logVariance) => (mean.pow(2) + logVariance.exp() - 1 - logVariance).sum(1);"),
            ("responsibility", release[SampleRelease.Name].Cell("responsibility").Source),
            ("mask", "throw new Exception(\"not yet\");"));
        notebook.Cells.Remove(notebook.Cell("coupling-test"));
        var copy = notebook.Cell("kmeans").Clone();
        copy.Id = "copied";
        notebook.Cells.Insert(notebook.Cells.IndexOf(notebook.Cell("kmeans")), copy);
        var rehearsal = new Rehearsal(TestWorker.Options, new SessionLimits { Memory = 8_000_000_000 });
        var exercises = (await rehearsal.Run(notebook, TestContext.Current.CancellationToken)).ToLookup(exercise => exercise.Id);
        Assert.Equal((1, 1, 2d), (exercises["kmeans"].Last().Passed, exercises["kmeans"].Last().Checks, exercises["kmeans"].Last().Points));
        Assert.Equal(["no answer is written"], exercises["responsibility"].Single().Faults);
        var kl = exercises["kl"].Single();
        Assert.Equal((1, 2), (kl.Passed, kl.Checks));
        Assert.Contains("twice what was asked: is a factor 1/2 missing?", Assert.Single(kl.Faults));
        Assert.Contains("it fails when it is run: not yet", Assert.Single(exercises["mask"].Single().Faults));
        Assert.Contains("its test cell is gone", Assert.Single(exercises["coupling"].Single().Faults));
        Assert.Equal(["2 cells are kmeans: delete the copies, or the last one that was written in counts"], rehearsal.Notes);
    }

    [Fact]
    public async Task A_line_that_does_not_compile_is_named_without_the_kernels_count()
    {
        var notebook = SampleAssignment.Create();
        notebook.Cell("kmeans").Source = "int[] Assign(double[] points, double[] centres)\n{\n    return null\n}";
        var exercises = await new Rehearsal(TestWorker.Options, new SessionLimits { Memory = 8_000_000_000 }).Run(notebook, TestContext.Current.CancellationToken);
        Assert.StartsWith("it fails when it is run: line 3, column 16: error CS1002", Assert.Single(exercises.Single(exercise => exercise.Id == "kmeans").Faults));
    }

    [Fact]
    public async Task A_lectures_own_cells_among_its_exercises_are_no_faults_of_a_student()
    {
        var notebook = SampleAssignment.Create();
        var first = notebook.Cells.IndexOf(notebook.Cell("kmeans-task"));
        notebook.Cells.Insert(first, NotebookCell.Code("unasked", "int lecture = 3;"));
        var after = notebook.Cells.IndexOf(notebook.Cell("kmeans-test"));
        string[] sources = ["int next = lecture + 1;", "Console.WriteLine(next);", "Console.WriteLine(nowhere);"];
        for (var at = 0; at < sources.Length; at++)
            notebook.Cells.Insert(after + 1 + at, NotebookCell.Code($"among{at}", sources[at]));
        var rehearsal = new Rehearsal(TestWorker.Options, new SessionLimits { Memory = 8_000_000_000 });
        var exercises = await rehearsal.Run(notebook, TestContext.Current.CancellationToken);
        Assert.All(exercises, exercise => Assert.Empty(exercise.Faults));
        Assert.StartsWith("cell among2 fails: ", Assert.Single(rehearsal.Notes));
    }
}
