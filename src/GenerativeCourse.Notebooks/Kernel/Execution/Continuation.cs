namespace GenerativeCourse.Notebooks.Kernel.Execution;

/// <summary>What comes after an await in a cell, to be run once, by whoever takes it first.</summary>
internal sealed class Continuation(CellContext context, SendOrPostCallback callback, object? state)
{
    int taken;

    /// <summary>Whether nobody needs to run it any more.</summary>
    public bool IsTaken => taken != 0 || context.Closed;

    /// <summary>The cell's context.</summary>
    public CellContext Context => context;

    /// <summary>Whether the caller is the one to run it.</summary>
    public bool Take() => Interlocked.Exchange(ref taken, 1) == 0 && !context.Closed;

    /// <summary>Runs it.</summary>
    public void Run() => callback(state);
}
