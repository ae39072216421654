using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Cli.Running;

/// <summary>Shows a run while it goes on, and its closing table.</summary>
public abstract class RunDisplay : IRunProgress, IDisposable
{
    readonly Dictionary<string, NotebookRow> rows;

    /// <summary>Prepares a row for each notebook.</summary>
    protected RunDisplay(IReadOnlyList<string> names)
    {
        Rows = [.. names.Select(name => new NotebookRow(name))];
        rows = Rows.ToDictionary(row => row.Name);
    }

    /// <summary>The rows, in order; lock <see cref="Gate"/> to read them.</summary>
    protected IReadOnlyList<NotebookRow> Rows { get; }

    /// <summary>Held while rows change.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>A table that follows the run in a terminal, lines elsewhere.</summary>
    public static RunDisplay Start(IReadOnlyList<string> names) =>
        Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb" ? new PlainDisplay(names) : new LiveDisplay(names);

    /// <inheritdoc/>
    public void Started(string notebook, int cells) => Change(notebook, row => (row.Cells, row.Running, row.State) = (cells, DateTime.UtcNow, "starts"));

    /// <inheritdoc/>
    public void CellStarted(string notebook, int number, string source) => Change(notebook, row => row.State = $"[{number}] {FirstLine(source)}");

    /// <inheritdoc/>
    public void CellRunning(string notebook, int number, TimeSpan elapsed, long memory) =>
        Change(notebook, row => row.Memory = Math.Max(row.Memory, memory));

    /// <inheritdoc/>
    public void CellEnded(string notebook, CellResult cell)
    {
        Change(notebook, row => row.Done++);
        Say(notebook, cell);
    }

    /// <inheritdoc/>
    public void Ended(NotebookResult result) => Change(result.Name, row => row.End(result));

    /// <summary>A notebook that could not be read or written.</summary>
    public void Refused(string notebook, string problem)
    {
        Change(notebook, row => row.Refuse());
        Say(notebook, problem);
    }

    /// <summary>Ends the display, its table being complete.</summary>
    public abstract void Dispose();

    /// <summary>Says that a cell ended.</summary>
    protected abstract void Say(string notebook, CellResult cell);

    /// <summary>Says what is wrong with a file.</summary>
    protected abstract void Say(string notebook, string problem);

    /// <summary>The line of a cell that tells it from others: its first that is not blank.</summary>
    protected static string FirstLine(string source)
    {
        var line = source.AsSpan().Trim();
        var end = line.IndexOfAny('\n', '\r');
        line = end < 0 ? line : line[..end];
        return line.Length <= 60 ? line.ToString() : $"{line[..59]}…";
    }

    void Change(string notebook, Action<NotebookRow> change)
    {
        lock (Gate)
            change(rows[notebook]);
    }
}
