using System.Diagnostics;
using GenerativeCourse.Notebooks.Formats;
using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Notebooks.Tests.Runner;

/// <summary>One notebook for each way in which a cell can go wrong: the runner survives, and says which cell and why.</summary>
public sealed class RunawayCellTests
{
    [Fact]
    public async Task Ending_the_process_is_reported_with_its_code() =>
        (await TrialRun.Of("1", "Environment.Exit(3);", "3")).AssertStopped(FailureKind.ProcessExited, "exit code 3");

    [Fact]
    public async Task A_stack_overflow_is_recognised()
    {
        var run = await TrialRun.Of("1", "int Deep(int n) => n + Deep(n + 1); Deep(0)", "3");

        run.AssertStopped(FailureKind.StackOverflow, "stack overflowed");
        Assert.True(run.Text(1).Length < 100_000, $"{run.Text(1).Length} characters");
    }

    [Fact]
    public async Task An_exception_on_another_thread_is_named()
    {
        var run = await TrialRun.Of("1", "var t = new System.Threading.Thread(() => throw new InvalidOperationException(\"elsewhere\")); t.Start(); t.Join();", "3");

        run.AssertStopped(FailureKind.UnhandledException, "System.InvalidOperationException: elsewhere");
    }

    [Fact]
    public async Task A_crash_in_native_code_is_recognised()
    {
        Peer.RequireHardware(OperatingSystem.IsLinux(), "a Linux machine");
        var run = await TrialRun.Of("1",
            """
            [System.Runtime.InteropServices.DllImport("libc")] static extern int abort();
            abort();
            """, "3");

        run.AssertStopped(FailureKind.ProcessCrashed, "SIGABRT");
    }

    [Fact]
    public async Task Memory_beyond_the_limit_ends_the_process()
    {
        var options = new RunOptions { MemoryLimit = 400 << 20 };

        var run = await TrialRun.Of(options, "1",
            "var all = new List<byte[]>(); while (true) { var b = new byte[10 << 20]; Array.Fill(b, (byte)1); all.Add(b); System.Threading.Thread.Sleep(5); }", "3");

        run.AssertStopped(FailureKind.MemoryLimit, "more than its limit of 0.39 GiB");
        Assert.True(run.Result.PeakMemory > 400 << 20);
    }

    [Fact]
    public async Task A_flood_of_output_is_cut_and_stopped()
    {
        var options = new RunOptions { Output = new OutputLimits(Kept: 100_000, Dropped: 1_000_000) };

        var run = await TrialRun.Of(options, "1", "while (true) Console.WriteLine(\"0123456789012345678901234567890123456789\");", "3");

        run.AssertStopped(FailureKind.OutputLimit, "more than 1.1 MB of output");
        Assert.InRange(((string)run.Notebook.Cells[1].Outputs[0]!["text"]!).Length, 90_000, 100_000);
        Assert.Contains("bytes of output are left out", (string)run.Notebook.Cells[1].Outputs[1]!["text"]!);
    }

    [Fact]
    public async Task A_single_message_beyond_all_bounds_is_never_held()
    {
        var options = new RunOptions { Worker = new() { MessageLimit = 1_000_000 }, Output = new OutputLimits(Kept: 100_000, Dropped: 1_000_000) };

        var run = await TrialRun.Of(options, "1", "new string('x', 3_000_000)", "3");

        run.AssertStopped(FailureKind.OutputLimit, "more than 1.1 MB of output");
    }

    [Fact]
    public async Task Much_output_is_cut_with_a_note_and_the_cell_goes_on()
    {
        var options = new RunOptions { Output = new OutputLimits(Kept: 1000, Dropped: 1_000_000) };

        var run = await TrialRun.Of(options, "for (var i = 0; i < 100; i++) Console.WriteLine(\"012345678901234567\"); 5");

        Assert.True(run.Result.Succeeded);
        Assert.Contains("bytes of output are left out: the cell wrote more than 1,000.]", (string)run.Notebook.Cells[0].Outputs[^1]!["text"]!);
    }

    [Fact]
    public async Task What_a_cell_started_ends_with_the_notebook()
    {
        Peer.RequireHardware(OperatingSystem.IsLinux(), "a Linux machine");
        var run = await TrialRun.Of("Console.Write(System.Diagnostics.Process.Start(\"sleep\", \"1000\").Id);");

        Assert.True(run.Result.Succeeded);
        await AssertGone(int.Parse(run.Text(0)));
    }

    [Fact]
    public async Task Cancelling_ends_the_process()
    {
        using var cancellation = new CancellationTokenSource();
        using var folder = new TemporaryFolder();
        var notebook = Notebook.Create();
        notebook.Cells.Add(NotebookCell.Code("a", $"System.IO.File.WriteAllText(\"pid\", $\"{{Environment.ProcessId}}\"); System.IO.File.Move(\"pid\", \"ready\"); while (true) {{ }}"));

        var running = new NotebookRunner(new RunOptions()).RunAsync(notebook, "a", folder.Path, cancellation.Token);
        while (!File.Exists(folder.File("ready")))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await AssertGone(int.Parse(File.ReadAllText(folder.File("ready"))));
    }

    static async Task AssertGone(int id)
    {
        for (var attempt = 0; attempt < 100 && IsAlive(id); attempt++)
            await Task.Delay(50);
        Assert.False(IsAlive(id), $"process {id} still runs");
    }

    // A process that nobody has waited for yet is a zombie, and dead.
    static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && !(File.Exists($"/proc/{id}/stat") && File.ReadAllText($"/proc/{id}/stat").Contains(") Z "));
        }
        catch (Exception gone) when (gone is ArgumentException or IOException)
        {
            return false;
        }
    }
}
