using System.Collections.Concurrent;

namespace GenerativeCourse.Notebooks.Kernel.Execution;

/// <summary>
/// A cell that blocks its thread with <c>Wait</c> or <c>Result</c> until one of its own awaits has gone on would wait for ever. What such a thread leaves lying
/// goes on in the thread pool, as all of it does in a console program.
/// </summary>
/// <param name="isBlocked">Whether a cell waits on the cells' thread for something other than its awaits.</param>
/// <param name="failed">Gets an exception that nobody awaits.</param>
internal sealed class BlockedAwaits(Func<bool> isBlocked, Action<Exception> failed) : IDisposable
{
    // A short wait is none to be helped with. In a long one, await after await goes on at once.
    static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(20), Pace = TimeSpan.FromMilliseconds(1);
    readonly ConcurrentQueue<Continuation> lying = new();
    readonly Lock gate = new();
    Timer? timer;
    bool watching;
    bool blocked;

    /// <summary>Keeps an eye on a continuation that the cells' thread is to run.</summary>
    public void Watch(Continuation continuation)
    {
        lying.Enqueue(continuation);
        lock (gate)
        {
            if (watching)
                return;
            watching = true;
            timer ??= new Timer(_ => Look());
            timer.Change(Grace, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose() => timer?.Dispose();

    void Look()
    {
        var before = blocked;
        blocked = isBlocked();
        while (lying.TryPeek(out var oldest) && (oldest.IsTaken || before && blocked))
        {
            lying.TryDequeue(out _);
            if (oldest.Take())
                ThreadPool.UnsafeQueueUserWorkItem(RunElsewhere, oldest, preferLocal: false);
        }
        lock (gate)
        {
            // While the thread is blocked, what goes on elsewhere soon awaits again.
            watching = blocked || !lying.IsEmpty;
            if (watching)
                timer!.Change(before && blocked ? Pace : Grace, Timeout.InfiniteTimeSpan);
        }
    }

    void RunElsewhere(Continuation continuation)
    {
        SynchronizationContext.SetSynchronizationContext(continuation.Context);
        try
        {
            continuation.Run();
        }
        catch (Exception exception)
        {
            failed(exception);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }
}
