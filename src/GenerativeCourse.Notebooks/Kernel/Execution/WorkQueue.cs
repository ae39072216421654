namespace GenerativeCourse.Notebooks.Kernel.Execution;

/// <summary>A queue whose reader may be aborted or interrupted while it waits, without harm to the queue.</summary>
internal sealed class WorkQueue
{
    readonly Queue<Action> items = new();
    bool closed;

    /// <summary>Whether the reader waits for a job.</summary>
    public bool IsAwaited { get; private set; }

    /// <summary>Adds a job; false once closed.</summary>
    public bool Add(Action job)
    {
        var added = false;
        // What stands in a finally is not aborted half-way by a stop.
        try
        {
        }
        finally
        {
            lock (items)
            {
                if (!closed)
                {
                    items.Enqueue(job);
                    added = true;
                    Monitor.Pulse(items);
                }
            }
        }
        return added;
    }

    /// <summary>Waits for the next job; null when the queue is closed and empty.</summary>
    public Action? Take()
    {
        Action? job = null;
        lock (items)
        {
            try
            {
                IsAwaited = true;
                while (items.Count == 0 && !closed)
                    Monitor.Wait(items);
            }
            finally
            {
                IsAwaited = false;
            }
            try
            {
            }
            finally
            {
                items.TryDequeue(out job);
            }
        }
        return job;
    }

    /// <summary>Refuses further jobs.</summary>
    public void Close()
    {
        lock (items)
        {
            closed = true;
            Monitor.PulseAll(items);
        }
    }
}
