namespace GenerativeCourse.Notebooks.Tests.Kernel;

/// <summary>Cells that await, and cells that block until their own awaits are over.</summary>
[Collection("kernel")]
public sealed class AwaitTests
{
    const string Later = "async Task<int> Later(int value, int awaits = 1) { for (var i = 0; i < awaits; i++) await Task.Delay(1); return value; }\n";

    [Theory]
    [InlineData("Later(7).Result", "7")]
    [InlineData("Later(7).GetAwaiter().GetResult()", "7")]
    [InlineData("var task = Later(7); task.Wait(); task.Result", "7")]
    [InlineData("Task.WhenAll(Later(3, awaits: 30), Later(4, awaits: 30)).Result.Sum()", "7")]
    [InlineData("async Task<int> Yields() { await Task.Yield(); return Later(7).Result; } Yields().Result", "7")]
    [InlineData("var done = false; async void Begin() { await Later(7); done = true; } Begin(); while (!done) System.Threading.Thread.Sleep(1); done", "True")]
    [InlineData("async Task<int> Throws() { await Task.Delay(1); throw new Exception(\"thrown\"); } try { _ = Throws().Result; } catch (AggregateException error) { Console.Write(error.InnerException.Message); }", null)]
    public async Task A_cell_may_block_until_its_own_awaits_are_over(string code, string? result)
    {
        using var notebook = new NotebookSession();
        Assert.Equal(result, await notebook.Result(Later + code).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        if (result is null)
            Assert.Equal("thrown", notebook.Stream("stdout"));
    }

    [Fact]
    public async Task Awaits_go_on_where_the_cell_began()
    {
        using var notebook = new NotebookSession();
        Assert.Equal("True", await notebook.Result("""
            var me = Environment.CurrentManagedThreadId; var same = true;
            for (var i = 0; i < 50; i++) { await Task.Delay(1); await Task.Yield(); same &= Environment.CurrentManagedThreadId == me; }
            same
            """));
    }

    [Fact]
    public async Task A_stop_ends_a_cell_that_blocks()
    {
        using var notebook = new NotebookSession();
        var running = notebook.Run("async Task Forever() { while (true) await Task.Delay(1); } Console.WriteLine(\"started\"); Forever().Wait();");
        while (notebook.Stream("stdout").Length == 0)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        notebook.Kernel.Interrupt();
        Assert.Equal("Interrupted", (await running.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).ErrorName);
        Assert.Equal("7", await notebook.Result("7"));
    }
}
