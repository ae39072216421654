using System.Diagnostics;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Cli.Tests.Running;

/// <summary>The tool as a user starts it, on notebooks of its own.</summary>
public sealed class RunCommandTests : IDisposable
{
    readonly ToolRun tool = new();

    public void Dispose() => tool.Dispose();

    string this[string name] => tool[name];

    (int Code, string Output) Run(params string[] arguments) => tool.Run(["run", .. arguments]);

    Process Begin(params string[] arguments) => tool.Begin(["run", .. arguments]);

    byte[] Write(string name, params string[] sources)
    {
        var notebook = Notebook.Create();
        foreach (var source in sources)
            notebook.Cells.Add(NotebookCell.Code($"c{notebook.Cells.Count}", source));
        notebook.Write(this[name]);
        return notebook.ToBytes();
    }

    static string Text(Notebook notebook, int cell) => string.Concat(notebook.Cells[cell].Outputs.Select(output =>
        (string?)output!["text"] ?? (string?)output["evalue"] ?? (string?)output["data"]!["text/plain"]));

    [Fact]
    public void Each_notebook_is_written_and_a_failed_one_costs_only_itself()
    {
        var before = Write("a.ipynb", "Console.Write(Environment.GetEnvironmentVariable(\"COURSE_PROFILE\") + Environment.GetEnvironmentVariable(\"COURSE_DEVICE\"));");
        Write("b.ipynb", "1", "throw new Exception(\"boom\");", "3");
        File.WriteAllText(this["c.ipynb"], "{");

        var (code, output) = Run(".", "--out", "written", "--profile", "full", "--device", "cpu", "--jobs", "2", "--junit", "x/junit.xml");

        Assert.Equal(1, code);
        Assert.Equal("fullcpu", Text(Notebook.Read(this["written/a.ipynb"]), 0));
        Assert.Equal("boom", Text(Notebook.Read(this["written/b.ipynb"]), 1));
        Assert.False(File.Exists(this["written/c.ipynb"]));
        Assert.Equal(before, File.ReadAllBytes(this["a.ipynb"]));
        Assert.Matches(@"a\.ipynb +1/1 .* ran", output);
        Assert.Matches(@"b\.ipynb +2/3 .* failed in \[2\]: Exception", output);
        Assert.Matches(@"c\.ipynb +cannot be run", output);
        Assert.Contains("c.ipynb:1:2: not valid JSON", output);
        Assert.Contains("boom", File.ReadAllText(this["x/junit.xml"]));
    }

    [Fact]
    public void A_null_reference_stays_an_exception_once_libtorch_is_loaded()
    {
        Write("a.ipynb",
            "#r \"nuget: GenerativeCourse\"\nConsole.Write(TorchSharp.torch.ones(3).sum().item<float>());",
            "string s = null;\ntry { Console.Write(s.Length); } catch (NullReferenceException) { Console.Write(\"caught\"); }",
            "int Sink(int depth) => 1 + Sink(depth + 1);\nSink(0)");

        var (_, output) = Run("a.ipynb", "--out", "o");

        Assert.Equal("caught", Text(Notebook.Read(this["o/a.ipynb"]), 1));
        Assert.Contains("failed in [3]: StackOverflow", output);
    }

    [Fact]
    public void In_place_a_second_run_that_differs_in_timings_changes_no_byte()
    {
        Write("a.ipynb", "Console.Write($\"took {Environment.TickCount64 / 1000.0:0.000} s\");", "DateTime.UtcNow.Ticks");

        Assert.Equal(0, Run("a.ipynb", "--in-place").Code);
        var first = Notebook.Read(this["a.ipynb"]);
        Assert.Equal(0, Run("a.ipynb", "--in-place").Code);
        var second = Notebook.Read(this["a.ipynb"]);

        Assert.StartsWith("took ", Text(first, 0));
        Assert.Equal(Text(first, 0), Text(second, 0));
        Assert.NotEqual(Text(first, 1), Text(second, 1));
    }

    [Fact]
    public void The_courses_libraries_need_no_restore()
    {
        Write("a.ipynb", "#r \"nuget: GenerativeCourse\"\nusing TorchSharp;", "typeof(TorchSharp.torch).Assembly.GetName().Name");

        var (code, output) = Run("a.ipynb", "--in-place");

        Assert.True(code == 0, output);
        Assert.Contains("TorchSharp", Text(Notebook.Read(this["a.ipynb"]), 1));
    }

    [Fact]
    public void Allowed_errors_are_reported_but_no_failure()
    {
        Write("a.ipynb", "throw new Exception(\"boom\");", "2");

        var (code, output) = Run("a.ipynb", "--in-place", "--allow-errors");

        Assert.Equal(0, code);
        Assert.Contains("1 error, in [1]: Exception", output);
        Assert.Equal("2", Text(Notebook.Read(this["a.ipynb"]), 1));
    }

    [Fact]
    public void Two_files_that_would_overwrite_each_other_are_refused()
    {
        Directory.CreateDirectory(this["x"]);
        Write("a.ipynb", "1");
        Write("x/a.ipynb", "1");

        var (code, output) = Run("a.ipynb", "x", "--out", "written");

        Assert.Equal(2, code);
        Assert.Contains("another notebook of this name is run too", output);
    }

    [Theory]
    [InlineData("--jobs 0", "--jobs wants a whole number from 1, not 0.")]
    [InlineData("--profile medium", "--profile is quick or full, not medium.")]
    [InlineData("--timeout soon", "--timeout wants seconds, 0 for no limit, not soon.")]
    [InlineData("--memory much", "--memory wants a size such as 8G or 500M, 0 for no limit, not much.")]
    [InlineData("--out x --in-place", "--out and --in-place exclude each other.")]
    [InlineData("nowhere.ipynb", "there is no notebook nowhere.ipynb")]
    public void Mistakes_cost_one_line(string arguments, string message)
    {
        var (code, output) = Run(arguments.Split(' '));

        Assert.Equal(2, code);
        Assert.StartsWith($"course: {message}", output);
        Assert.Single(output.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Interrupted_it_stops_its_children_and_writes_nothing()
    {
        Peer.RequireInterrupts();
        Peer.RequireHardware(OperatingSystem.IsLinux(), "a Linux machine");
        var before = Write("a.ipynb", "System.IO.File.WriteAllText(\"pid\", $\"{Environment.ProcessId}\"); System.IO.File.Move(\"pid\", \"ready\"); while (true) { }");
        using var process = Begin("a.ipynb", "--in-place");
        while (!File.Exists(this["ready"]) && !process.HasExited)
            Thread.Sleep(20);

        ToolRun.Interrupt(process);
        process.WaitForExit();

        Assert.Equal(130, process.ExitCode);
        Assert.Equal(before, File.ReadAllBytes(this["a.ipynb"]));
        Assert.Equal(["a.ipynb", "ready"], Directory.GetFiles(tool.Folder).Select(Path.GetFileName).Order());
        Assert.False(Directory.Exists($"/proc/{File.ReadAllText(this["ready"])}"));
    }

    [Fact]
    public void When_the_tool_is_killed_its_children_end_too()
    {
        Peer.RequireHardware(OperatingSystem.IsLinux(), "a Linux machine");
        Write("a.ipynb", "System.IO.File.WriteAllText(\"pid\", $\"{Environment.ProcessId}\"); System.IO.File.Move(\"pid\", \"ready\"); while (true) { }");
        using var process = Begin("a.ipynb", "--in-place");
        while (!File.Exists(this["ready"]) && !process.HasExited)
            Thread.Sleep(20);

        process.Kill();
        process.WaitForExit();

        var child = $"/proc/{File.ReadAllText(this["ready"])}";
        for (var attempt = 0; attempt < 100 && Directory.Exists(child); attempt++)
            Thread.Sleep(50);
        Assert.False(Directory.Exists(child));
    }
}
