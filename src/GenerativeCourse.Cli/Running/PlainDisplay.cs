using GenerativeCourse.Notebooks.Runner;
using Spectre.Console;

namespace GenerativeCourse.Cli.Running;

/// <summary>A line a cell, for files and build servers.</summary>
public sealed class PlainDisplay(IReadOnlyList<string> names) : RunDisplay(names)
{
    const int Width = 120;

    /// <inheritdoc/>
    protected override void Say(string notebook, CellResult cell)
    {
        if (cell.Verdict is CellVerdict.NotReached or CellVerdict.Skipped)
            return;
        var failed = cell.Verdict == CellVerdict.Failed ? $"FAILED ({cell.Failure!.Name}) " : "";
        WriteLine($"{notebook} [{cell.Number}] {NotebookRow.Seconds(cell.Duration)} s  {failed}{FirstLine(cell.Source)}");
    }

    /// <inheritdoc/>
    protected override void Say(string notebook, string problem) => WriteLine($"{notebook} cannot be run");

    /// <inheritdoc/>
    public override void Dispose()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
        console.Profile.Width = Width;
        console.Write(ResultTable.Of(Rows, Width));
    }

    void WriteLine(string line)
    {
        lock (Gate)
            Console.WriteLine(line);
    }
}
