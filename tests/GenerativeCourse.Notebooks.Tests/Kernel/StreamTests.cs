namespace GenerativeCourse.Notebooks.Tests.Kernel;

[Collection("kernel")]
public sealed class StreamTests
{
    [Fact]
    public async Task Standard_output_and_error_keep_their_order()
    {
        using var notebook = new NotebookSession();
        await notebook.Run("""Console.Write("a"); Console.Write("b"); Console.Error.WriteLine("c"); Console.WriteLine("d");""");
        Assert.Equal([("stdout", "ab"), ("stderr", "c\n"), ("stdout", "d\n")],
            notebook.Messages.Select(message => ((string?)message.Content["name"], (string?)message.Content["text"])));
    }

    [Fact]
    public async Task Text_goes_out_before_the_display_that_follows_it()
    {
        using var notebook = new NotebookSession();
        await notebook.Run("""Console.WriteLine("before"); display(1); Console.WriteLine("after"); 2""");
        Assert.Equal(["stream", "display_data", "stream", "execute_result"], notebook.Messages.Select(message => message.Type));
    }

    [Fact]
    public async Task Many_writes_become_few_messages_and_none_is_lost()
    {
        using var notebook = new NotebookSession();
        await notebook.Run("for (var i = 0; i < 20_000; i++) Console.WriteLine(i);");
        Assert.Equal(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i}\n")), notebook.Stream("stdout"));
        Assert.InRange(notebook.Messages.Count, 1, 200);
    }

    [Fact]
    public async Task What_another_thread_writes_belongs_to_the_cell()
    {
        using var notebook = new NotebookSession();
        await notebook.Run("""await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => Console.Write("x"))));""");
        Assert.Equal("xxxx", notebook.Stream("stdout"));
    }

    [Fact]
    public async Task Compiler_warnings_are_shown_but_not_on_standard_error()
    {
        using var notebook = new NotebookSession();
        await notebook.Run("#warning mind the gap\nvar x = 1;");
        Assert.Equal("", notebook.Stream("stderr"));
        var warning = Assert.Single(notebook.Messages);
        Assert.Equal("display_data", warning.Type);
        Assert.Equal("Cell[1]:line 1, column 10: warning CS1030: #warning: 'mind the gap'", (string?)warning.Content["data"]!["text/plain"]);
    }
}
