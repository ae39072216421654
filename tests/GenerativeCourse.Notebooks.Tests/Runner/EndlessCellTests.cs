using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Notebooks.Tests.Runner;

/// <summary>Cells that never end.</summary>
public sealed class EndlessCellTests
{
    // Long enough for the cells before, however busy the machine is: a multiple of what one takes now.
    static async Task<RunOptions> Brief()
    {
        var cold = (await TrialRun.Of("1")).Result.Duration;
        return new RunOptions { CellTimeout = TimeSpan.FromSeconds(1) + (4 * cold), InterruptGrace = TimeSpan.FromSeconds(1) + cold };
    }

    [Fact]
    public async Task A_loop_without_end_is_interrupted_and_the_notebook_can_go_on_with_its_variables()
    {
        var run = await TrialRun.Of(await Brief() with { AllowErrors = true }, "var x = 7;", "while (true) { }", "x");

        Assert.Equal([CellVerdict.Ran, CellVerdict.Failed, CellVerdict.Ran], run.Result.Cells.Select(cell => cell.Verdict));
        Assert.Equal(FailureKind.Timeout, run[1].Failure!.Kind);
        Assert.False(run[1].Failure!.ProcessEnded);
        Assert.Equal(run[1].Failure!.Message, (string?)Assert.Single(run.Notebook.Cells[1].Outputs)!["evalue"]);
        Assert.Equal("7", run.Text(2));
    }

    [Fact]
    public async Task A_wait_in_native_code_is_ended_with_its_process()
    {
        Peer.RequireHardware(OperatingSystem.IsLinux(), "a Linux machine");
        var run = await TrialRun.Of(await Brief() with { AllowErrors = true }, "1",
            """
            [System.Runtime.InteropServices.DllImport("libc")] static extern int pthread_mutex_lock(byte[] mutex);
            var mutex = GC.AllocateArray<byte>(64, pinned: true);
            pthread_mutex_lock(mutex);
            pthread_mutex_lock(mutex);
            """, "3");

        run.AssertStopped(FailureKind.Timeout, "ran longer than");
        Assert.True(run[1].Failure!.ProcessEnded);
    }
}
