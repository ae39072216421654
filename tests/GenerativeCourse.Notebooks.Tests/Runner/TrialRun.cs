using GenerativeCourse.Notebooks.Formats;
using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Notebooks.Tests.Runner;

/// <summary>Runs a notebook made from cells' sources in a worker of its own.</summary>
public sealed class TrialRun : IRunProgress
{
    public List<string> Events { get; } = [];

    public Notebook Notebook { get; private init; } = Notebook.Create();

    public NotebookResult Result { get; private set; } = null!;

    public CellResult this[int cell] => Result.Cells[cell];

    public static Task<TrialRun> Of(params string[] sources) => Of(new RunOptions(), sources);

    public static Task<TrialRun> Of(RunOptions options, params string[] sources)
    {
        var notebook = Notebook.Create();
        foreach (var source in sources)
            notebook.Cells.Add(NotebookCell.Code($"c{notebook.Cells.Count}", source));
        return Of(options, notebook);
    }

    public static async Task<TrialRun> Of(RunOptions options, Notebook notebook, string? folder = null)
    {
        var run = new TrialRun { Notebook = notebook };
        run.Result = await new NotebookRunner(options, run).RunAsync(notebook, "trial.ipynb", folder ?? Path.GetTempPath(), TestContext.Current.CancellationToken);
        return run;
    }

    /// <summary>The text of a cell's outputs: streams, plain text of displays, errors' values.</summary>
    public string Text(int cell) => string.Join('|', Notebook.Cells[cell].Outputs.Select(output => (string?)output!["output_type"] switch
    {
        "stream" => (string?)output["text"],
        "error" => $"{output["ename"]}: {output["evalue"]}",
        _ => (string?)output["data"]!["text/plain"],
    }));

    /// <summary>The second of three cells failed in this way, its notebook says so, and what the first cell put out is kept.</summary>
    public void AssertStopped(FailureKind kind, string message)
    {
        Assert.Equal([CellVerdict.Ran, CellVerdict.Failed, CellVerdict.NotReached], Result.Cells.Select(cell => cell.Verdict));
        Assert.Equal(kind, this[1].Failure!.Kind);
        Assert.Contains(message, this[1].Failure!.Message);
        var error = Notebook.Cells[1].Outputs[^1]!;
        Assert.Equal("error", (string?)error["output_type"]);
        Assert.Equal(kind.ToString(), (string?)error["ename"]);
        Assert.Equal(this[1].Failure!.Message, (string?)error["evalue"]);
        Assert.Equal("1", Text(0));
        _ = Notebook.Parse(Notebook.ToBytes(), "written");
    }

    void IRunProgress.Started(string notebook, int cells) => Events.Add($"start {cells}");

    void IRunProgress.CellStarted(string notebook, int number, string source) => Events.Add($"cell {number}");

    void IRunProgress.CellRunning(string notebook, int number, TimeSpan elapsed, long memory)
    {
    }

    void IRunProgress.CellEnded(string notebook, CellResult cell) => Events.Add($"{cell.Verdict} {cell.Number}");

    void IRunProgress.Ended(NotebookResult result) => Events.Add("end");
}
