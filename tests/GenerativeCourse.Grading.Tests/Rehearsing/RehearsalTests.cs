using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Rehearsing;

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
}
