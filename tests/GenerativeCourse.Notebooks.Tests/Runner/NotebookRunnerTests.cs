using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Formats;
using GenerativeCourse.Notebooks.Runner;
using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Notebooks.Tests.Runner;

public sealed class NotebookRunnerTests
{
    [Fact]
    public async Task Cells_share_variables_and_leave_outputs_and_counts()
    {
        var run = await TrialRun.Of("var x = 20;", "Console.Write(\"a\"); Console.Write(\"b\"); x + 1", "Console.Error.Write(\"e\");");

        Assert.True(run.Result.Succeeded);
        Assert.Equal("ab|21", run.Text(1));
        Assert.Equal("execute_result", (string?)run.Notebook.Cells[1].Outputs[1]!["output_type"]);
        Assert.Equal(2, (int?)run.Notebook.Cells[1].Outputs[1]!["execution_count"]);
        Assert.Equal("stderr", (string?)run.Notebook.Cells[2].Outputs[0]!["name"]);
        Assert.Equal([1, 2, 3], run.Notebook.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal(["start 3", "cell 1", "Ran 1", "cell 2", "Ran 2", "cell 3", "Ran 3", "end"], run.Events);
        Assert.True(run.Result.PeakMemory > 20_000_000, $"{run.Result.PeakMemory}");
    }

    [Fact]
    public async Task An_error_stays_in_the_notebook_and_stops_it()
    {
        var run = await TrialRun.Of("1", "throw new InvalidOperationException(\"boom\");", "3");

        Assert.False(run.Result.Succeeded);
        Assert.Equal([CellVerdict.Ran, CellVerdict.Failed, CellVerdict.NotReached], run.Result.Cells.Select(cell => cell.Verdict));
        Assert.Equal(FailureKind.Error, run[1].Failure!.Kind);
        Assert.Equal("boom", run[1].Failure!.Message);
        Assert.Equal("error", (string?)run.Notebook.Cells[1].Outputs[0]!["output_type"]);
        Assert.Empty(run.Notebook.Cells[2].Outputs);
        Assert.Null(run.Notebook.Cells[2].ExecutionCount);
    }

    [Fact]
    public async Task Errors_may_be_allowed_for_all_cells_or_by_tag()
    {
        var all = await TrialRun.Of(new RunOptions { AllowErrors = true }, "throw new Exception(\"1\");", "2");
        var notebook = Notebook.Create();
        notebook.Cells.Add(NotebookCell.Code("a", "throw new Exception(\"1\");"));
        notebook.Cells[0].Metadata["tags"] = new JsonArray("raises-exception");
        notebook.Cells.Add(NotebookCell.Code("b", "2"));
        var tagged = await TrialRun.Of(new RunOptions(), notebook);

        Assert.Equal([CellVerdict.Failed, CellVerdict.Ran], all.Result.Cells.Select(cell => cell.Verdict));
        Assert.False(all.Result.Succeeded);
        Assert.True(all.Result.Completed);
        Assert.Equal([CellVerdict.FailedAsAllowed, CellVerdict.Ran], tagged.Result.Cells.Select(cell => cell.Verdict));
        Assert.True(tagged.Result.Succeeded);
        Assert.Equal("error", (string?)notebook.Cells[0].Outputs[0]!["output_type"]);
    }

    [Fact]
    public async Task Cells_tagged_skip_keep_what_they_have_and_empty_ones_are_passed_over()
    {
        var notebook = Notebook.Create();
        notebook.Cells.Add(NotebookCell.Code("a", "throw new Exception();"));
        notebook.Cells[0].Metadata["tags"] = new JsonArray("skip-execution");
        notebook.Cells[0].Outputs.Add(new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "old" });
        notebook.Cells.Add(NotebookCell.Code("b", " \n"));
        notebook.Cells.Add(NotebookCell.Markdown("c", "text"));
        notebook.Cells.Add(NotebookCell.Code("d", "4"));

        var run = await TrialRun.Of(new RunOptions(), notebook);

        Assert.Equal([CellVerdict.Skipped, CellVerdict.Skipped, CellVerdict.Ran], run.Result.Cells.Select(cell => cell.Verdict));
        Assert.Equal("old", run.Text(0));
        Assert.Equal(1, notebook.Cells[3].ExecutionCount);
    }

    [Fact]
    public async Task The_folder_and_the_environment_are_the_notebooks()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("data.txt"), "here");
        var notebook = Notebook.Create();
        notebook.Cells.Add(NotebookCell.Code("a", "Console.Write(System.IO.File.ReadAllText(\"data.txt\") + Environment.GetEnvironmentVariable(\"COURSE_PROFILE\"));"));
        var options = new RunOptions { Worker = new WorkerOptions { Environment = new Dictionary<string, string> { ["COURSE_PROFILE"] = "full" } } };

        var run = await TrialRun.Of(options, notebook, folder.Path);

        Assert.Equal("herefull", run.Text(0));
    }

    [Fact]
    public async Task What_native_code_and_other_programs_write_belongs_to_the_cell()
    {
        Peer.RequireHardware(OperatingSystem.IsLinux(), "a Linux machine");
        var run = await TrialRun.Of(
            """
            [System.Runtime.InteropServices.DllImport("libc")] static extern int puts(string text);
            puts("native é");
            """,
            "System.Diagnostics.Process.Start(\"sh\", [\"-c\", \"echo child; echo complaint >&2\"]).WaitForExit();",
            "1");

        Assert.Equal("native é\n", run.Text(0));
        Assert.Equal(["child\n", "complaint\n"], run.Notebook.Cells[1].Outputs.Select(output => (string?)output!["text"]).Order());
        Assert.Equal("1", run.Text(2));
    }

    [Fact]
    public async Task Nobody_answers_at_standard_input()
    {
        var run = await TrialRun.Of("Console.WriteLine(Console.ReadLine() is null);");

        Assert.Equal("True\n", run.Text(0));
    }

    [Fact]
    public async Task Timing_is_recorded_as_nbclient_does_when_asked()
    {
        var run = await TrialRun.Of(new RunOptions { RecordTiming = true }, "1");

        var execution = run.Notebook.Cells[0].Metadata["execution"]!.AsObject();
        Assert.Equal(["iopub.execute_input", "iopub.status.busy", "iopub.status.idle", "shell.execute_reply"], execution.Select(entry => entry.Key));
        Assert.True(DateTimeOffset.Parse((string)execution["iopub.status.busy"]!) <= DateTimeOffset.Parse((string)execution["shell.execute_reply"]!));
    }

    [Fact]
    public async Task A_notebook_for_another_kernel_is_refused()
    {
        var notebook = Notebook.Create();
        notebook.Metadata["kernelspec"] = new JsonObject { ["name"] = "python3", ["language"] = "python" };

        var error = await Assert.ThrowsAsync<NotebookFormatException>(() => TrialRun.Of(new RunOptions(), notebook));

        Assert.Contains("'python3'", error.Message);
    }

    [Fact]
    public async Task A_worker_that_cannot_be_started_fails_the_first_cell()
    {
        var options = new RunOptions { Worker = new WorkerOptions { Command = new WorkerCommand("/no/such/program", []) } };

        var run = await TrialRun.Of(options, "1", "2");

        Assert.Equal(FailureKind.NotStarted, run[0].Failure!.Kind);
        Assert.Equal(CellVerdict.NotReached, run[1].Verdict);
    }
}
