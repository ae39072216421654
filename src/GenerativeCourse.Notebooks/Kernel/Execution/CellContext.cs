namespace GenerativeCourse.Notebooks.Kernel.Execution;

/// <summary>Where a cell's awaits go on: on the cells' thread, with what libraries keep there, but for what <see cref="BlockedAwaits"/> takes elsewhere.</summary>
internal sealed class CellContext(KernelThread owner) : SynchronizationContext
{
    /// <summary>Whether the cell was stopped: what it still awaits does not go on.</summary>
    public bool Closed { get; private set; }

    /// <summary>Drops all that goes on later.</summary>
    public void Close() => Closed = true;

    public override void Post(SendOrPostCallback d, object? state) => owner.Post(new Continuation(this, d, state));

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (owner.IsCurrent)
            d(state);
        else
            owner.Run(() => { d(state); return true; }).GetAwaiter().GetResult();
    }

    public override SynchronizationContext CreateCopy() => this;
}
