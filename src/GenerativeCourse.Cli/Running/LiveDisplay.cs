using GenerativeCourse.Notebooks.Runner;
using Spectre.Console;

namespace GenerativeCourse.Cli.Running;

/// <summary>A table in the terminal that follows the run and then stays as the closing one.</summary>
public sealed class LiveDisplay : RunDisplay
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    readonly CancellationTokenSource ending = new();
    readonly Task drawing;

    /// <summary>Starts to draw.</summary>
    public LiveDisplay(IReadOnlyList<string> names) : base(names) => drawing = Task.Run(Draw);

    /// <inheritdoc/>
    protected override void Say(string notebook, CellResult cell)
    {
    }

    /// <inheritdoc/>
    protected override void Say(string notebook, string problem)
    {
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        ending.Cancel();
        drawing.GetAwaiter().GetResult();
        ending.Dispose();
    }

    Task Draw() => AnsiConsole.Live(Table()).StartAsync(async live =>
    {
        while (!ending.IsCancellationRequested)
        {
            live.UpdateTarget(Table());
            await Task.Delay(Interval, ending.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
        live.UpdateTarget(Table());
    });

    Table Table()
    {
        lock (Gate)
            return ResultTable.Of(Rows, AnsiConsole.Profile.Width);
    }
}
