namespace GenerativeCourse.Notebooks.Kernel.Execution;

/// <summary>Does work that can wait in short steps, off the cells' thread, while no cell runs: a cell shares the machine with one step at most.</summary>
/// <param name="steps">The steps that there are to do now; asked for again when all were done.</param>
/// <param name="isBusy">Whether a cell runs.</param>
internal sealed class IdleWork(Func<IEnumerable<Action>> steps, Func<bool> isBusy) : IDisposable
{
    static readonly TimeSpan FirstRest = TimeSpan.FromMilliseconds(250), Rest = TimeSpan.FromMilliseconds(500);
    readonly Lock gate = new();
    Timer? timer;
    IEnumerator<Action>? left;
    bool disposed;

    /// <summary>The kernel is ready, or a cell ended: goes on after a while, for what comes next comes often at once.</summary>
    public void Begin()
    {
        lock (gate)
        {
            if (disposed)
                return;
            var rest = timer is null ? FirstRest : Rest;
            timer ??= new Timer(_ => Work());
            timer.Change(rest, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            timer?.Dispose();
        }
    }

    void Work()
    {
        // Somebody else is at it.
        if (!Monitor.TryEnter(steps))
            return;
        try
        {
            left ??= steps().GetEnumerator();
            while (!disposed && !isBusy())
            {
                if (!left.MoveNext())
                {
                    left = null;
                    return;
                }
                left.Current();
            }
        }
        finally
        {
            Monitor.Exit(steps);
        }
    }
}
