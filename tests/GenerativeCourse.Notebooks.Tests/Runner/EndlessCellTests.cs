using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Notebooks.Tests.Runner;

/// <summary>Cells that never end. The limit leaves a cold compiler on a busy machine enough time for the cells before.</summary>
public sealed class EndlessCellTests
{
    static readonly RunOptions Brief = new() { CellTimeout = TimeSpan.FromSeconds(5), InterruptGrace = TimeSpan.FromSeconds(2) };

    [Fact]
    public async Task A_loop_without_end_is_interrupted()
    {
        var run = await TrialRun.Of(Brief, "1", "while (true) { }", "3");

        run.AssertStopped(FailureKind.Timeout, "ran longer than 5 s");
        Assert.False(run[1].Failure!.ProcessEnded);
        Assert.Single(run.Notebook.Cells[1].Outputs);
    }

    [Fact]
    public async Task An_interrupted_notebook_goes_on_with_its_variables_when_errors_are_allowed()
    {
        var run = await TrialRun.Of(Brief with { AllowErrors = true }, "var x = 7;", "while (true) { }", "x");

        Assert.Equal([CellVerdict.Ran, CellVerdict.Failed, CellVerdict.Ran], run.Result.Cells.Select(cell => cell.Verdict));
        Assert.Equal("7", run.Text(2));
    }

    [Fact]
    public async Task A_wait_in_native_code_is_ended_with_its_process()
    {
        Peer.RequireHardware(OperatingSystem.IsLinux(), "a Linux machine");
        var run = await TrialRun.Of(Brief with { AllowErrors = true }, "1",
            """
            [System.Runtime.InteropServices.DllImport("libc")] static extern int pthread_mutex_lock(byte[] mutex);
            var mutex = GC.AllocateArray<byte>(64, pinned: true);
            pthread_mutex_lock(mutex);
            pthread_mutex_lock(mutex);
            """, "3");

        run.AssertStopped(FailureKind.Timeout, "ran longer than 5 s");
        Assert.True(run[1].Failure!.ProcessEnded);
    }
}
