using GenerativeCourse.Cli.Testing;

namespace GenerativeCourse.Cli.Tests;

public sealed class TestReportTests
{
    static (bool Good, string[] Lines) Report(bool all, params FinishedTest[] results)
    {
        var writer = new StringWriter();
        var report = new TestReport(writer, live: false);
        report.Begin("Some.Tests");
        foreach (var result in results)
            report.Add(result);
        report.End();
        var good = report.Close(all);
        return (good, writer.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n'));
    }

    static readonly FinishedTest Passed = new("A", TestOutcome.Passed);

    static FinishedTest Skipped(string why) => new("S", TestOutcome.Skipped, why);

    [Fact]
    public void The_counts_stand_alone_on_the_last_line()
    {
        var (good, lines) = Report(all: false, Passed, Passed, new("F", TestOutcome.Failed, "why\nwhere"), Skipped("needs the package x (y)"));
        Assert.False(good);
        Assert.Equal("2 passed, 1 failed, 1 skipped", lines[^1]);
        Assert.Equal(["FAILED F", "  why", "  where"], lines[..3]);
    }

    [Fact]
    public void A_skip_names_its_reason_and_is_good()
    {
        var (good, lines) = Report(all: false, Passed, Skipped("needs the package x (y)"));
        Assert.True(good);
        Assert.Contains("skipped    1: needs the package x (y)", lines);
    }

    [Fact]
    public void Under_all_a_skip_fails_the_run() => Assert.False(Report(all: true, Passed, Skipped("needs the package x (y)")).Good);

    [Fact]
    public void Under_all_hardware_may_lack() => Assert.True(Report(all: true, Passed, Skipped("needs hardware: a CUDA device")).Good);

    [Fact]
    public void A_run_of_nothing_is_not_good() => Assert.False(Report(all: false).Good);
}
