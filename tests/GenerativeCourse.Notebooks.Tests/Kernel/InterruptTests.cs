namespace GenerativeCourse.Notebooks.Tests.Kernel;

[Collection("kernel")]
public sealed class InterruptTests
{
    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("while (true) await Task.Delay(1);")]
    [InlineData("while (true) { try { System.Threading.Thread.Sleep(5); } catch (Exception) { } }")]
    [InlineData("var door = new System.Threading.SemaphoreSlim(0); door.Wait();")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Where(i => { System.Threading.Thread.Sleep(10); return false; }).First()")]
    [InlineData("System.Threading.Tasks.Parallel.For(0, int.MaxValue, i => System.Threading.Thread.Sleep(1));")]
    [InlineData("IEnumerable<int> Forever() { while (true) { System.Threading.Thread.Sleep(1); } yield return 1; } Forever()")]
    public async Task A_stop_ends_the_cell_and_keeps_the_state(string code)
    {
        using var notebook = new NotebookSession();
        await notebook.Result("var kept = 1;");
        await notebook.Result("1 + 1");
        var running = notebook.Run($"Console.WriteLine(\"started\");\n{code}");
        while (notebook.Stream("stdout").Length == 0)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        notebook.Kernel.Interrupt();
        var reply = await running.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(("error", "Interrupted"), (reply.Status, reply.ErrorName));
        Assert.Equal("1", await notebook.Result("await Task.Delay(1); System.Threading.Thread.Sleep(1); kept"));
    }

    [Fact]
    public async Task Loops_are_stopped_again_and_again_and_the_garbage_collector_still_runs()
    {
        using var notebook = new NotebookSession();
        for (var time = 0; time < 5; time++)
        {
            var running = notebook.Run("Console.WriteLine(\"started\"); while (true) { }");
            while (notebook.Stream("stdout").Length == 0)
                await Task.Delay(5, TestContext.Current.CancellationToken);
            await Task.Run(() => GC.Collect(), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            notebook.Kernel.Interrupt();
            Assert.Equal("Interrupted", (await running.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).ErrorName);
        }
    }

    [Fact]
    public async Task A_stop_that_is_asked_for_twice_reaches_no_later_cell()
    {
        using var notebook = new NotebookSession();
        await notebook.Result("var kept = 1;");
        for (var time = 0; time < 20; time++)
        {
            var running = notebook.Run("Console.WriteLine(\"started\"); while (true) { }");
            while (notebook.Stream("stdout").Length == 0)
                await Task.Delay(1, TestContext.Current.CancellationToken);
            var stops = Task.WhenAll(Task.Run(notebook.Kernel.Interrupt, TestContext.Current.CancellationToken), Task.Run(notebook.Kernel.Interrupt, TestContext.Current.CancellationToken));
            Assert.Equal("Interrupted", (await running.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).ErrorName);
            Assert.Equal("1", await notebook.Result("System.Threading.Thread.Sleep(1); kept"));
            await stops;
        }
    }

    [Fact]
    public async Task A_stopped_asynchronous_loop_does_not_go_on_behind_later_cells()
    {
        using var notebook = new NotebookSession();
        var running = notebook.Run("var turns = 0; while (true) { turns++; await Task.Delay(1); if (turns == 3) Console.WriteLine(turns); }");
        while (notebook.Stream("stdout").Length == 0)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        notebook.Kernel.Interrupt();
        await running;
        Assert.Equal("0", await notebook.Result("var before = turns; await Task.Delay(50); turns - before"));
    }

    // Each starts work that no stop reaches, until a later cell lets it end.
    [Theory]
    [InlineData("Task.Run(Work).Wait();", "goes on")]
    [InlineData("Parallel.Invoke(Work, Work);", "goes on")]
    [InlineData("var ends = new int[2]; pipe(ends); read(ends[0], new byte[1], 1);", "does not stop")]
    public async Task What_cannot_be_stopped_is_told_of(string code, string message)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the native wait is the C library's");
        using var notebook = new NotebookSession();
        await notebook.Result("""
            using System.Runtime.InteropServices;
            using System.Threading;
            bool enough = false;
            void Work() { while (!Volatile.Read(ref enough)) { } }
            [DllImport("libc")] static extern int pipe(int[] ends);
            [DllImport("libc")] static extern nint read(int file, byte[] buffer, nint count);
            """);
        var running = notebook.Run($"Console.WriteLine(\"started\");\n{code}");
        while (notebook.Stream("stdout").Length == 0)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        notebook.Kernel.Interrupt();
        for (var turn = 0; turn < 1000 && notebook.Stream("stderr").Length == 0; turn++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Contains(message, notebook.Stream("stderr"));
        Assert.Contains("Restart the kernel", notebook.Stream("stderr"));
        if (message == "goes on")
            await notebook.Result("enough = true;");
    }

    [Fact]
    public async Task A_stop_between_cells_does_nothing()
    {
        using var notebook = new NotebookSession();
        await notebook.Result("1");
        notebook.Kernel.Interrupt();
        Assert.Equal("2", await notebook.Result("System.Threading.Thread.Sleep(1); 2"));
    }

    [Fact]
    public async Task Work_left_running_goes_on_between_cells()
    {
        using var notebook = new NotebookSession();
        await notebook.Result("var done = 0; async Task Later() { await Task.Delay(20); done = 1; } var later = Later();");
        Assert.Equal("1", await notebook.Result("await later; done"));
    }

    [Fact]
    public async Task A_disposed_kernel_aborts_what_is_asked_of_it()
    {
        var notebook = new NotebookSession();
        notebook.Dispose();
        var reply = await notebook.Run("1");
        Assert.Equal("aborted", reply.Status);
    }
}
