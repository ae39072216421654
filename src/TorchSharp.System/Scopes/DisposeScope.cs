using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Disposes the tensors made while it is the innermost scope of its thread, but for those moved out or detached.</summary>
public sealed class DisposeScope : IDisposable
{
    DisposeScopeManager? manager;
    // A tensor knows its scope and its place in this list, so that leaving costs no search.
    List<Tensor> held = [];

    internal DisposeScope(DisposeScopeManager manager) => (this.manager, OuterScope) = (manager, manager.CurrentDisposeScope);

    internal DisposeScope? OuterScope { get; set; }

    DisposeScopeManager Manager => manager ?? throw new ObjectDisposedException(nameof(DisposeScope));

    /// <summary>What the scope holds now: a copy.</summary>
    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            _ = Manager;
            return [.. held];
        }
    }

    /// <summary>How many disposables the scope holds.</summary>
    public int DisposablesCount
    {
        get
        {
            _ = Manager;
            return held.Count;
        }
    }

    /// <summary>Whether the scope holds it.</summary>
    public bool Contains(IDisposable disposable) => disposable is Tensor tensor && tensor.OwningDisposeScope == this;

    internal void Add(Tensor tensor)
    {
        tensor.ScopeIndex = held.Count;
        held.Add(tensor);
    }

    // The last one takes the place of the one that leaves.
    void Remove(Tensor tensor)
    {
        int index = tensor.ScopeIndex;
        if (index >= held.Count || !ReferenceEquals(held[index], tensor))
            return;
        Tensor last = held[^1];
        held[index] = last;
        last.ScopeIndex = index;
        held.RemoveAt(held.Count - 1);
    }

    /// <summary>Gives it to the outer scope, or to nobody when there is none.</summary>
    public T MoveToOuter<T>(T disposable) where T : IDisposable
    {
        MoveToOther(OuterScope, [disposable]);
        return disposable;
    }

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        MoveToOther(OuterScope, [first, second]);
        return (first, second);
    }

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        MoveToOther(OuterScope, [first, second, third]);
        return (first, second, third);
    }

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(OuterScope, disposables);

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    /// <summary>Gives it to <paramref name="scope"/>, or to nobody when that is null.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        MoveToOther(scope, [disposable]);
        return disposable;
    }

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope, T)"/>
    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        MoveToOther(scope, [first, second]);
        return (first, second);
    }

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope, T)"/>
    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        MoveToOther(scope, [first, second, third]);
        return (first, second, third);
    }

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope, T)"/>
    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) => MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope, T)"/>
    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        _ = Manager;
        if (scope is null)
            Detach(disposables);
        else
            foreach (IDisposable disposable in disposables)
                if (Contains(disposable))
                    scope.Adopt(disposable);
    }

    /// <summary>Takes it out of the scope: nobody disposes it but its user.</summary>
    public T Detach<T>(T disposable) where T : IDisposable
    {
        Detach([disposable]);
        return disposable;
    }

    /// <inheritdoc cref="Detach{T}(T)"/>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        Detach([first, second]);
        return (first, second);
    }

    /// <inheritdoc cref="Detach{T}(T)"/>
    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        Detach([first, second, third]);
        return (first, second, third);
    }

    /// <inheritdoc cref="Detach{T}(T)"/>
    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    /// <inheritdoc cref="Detach{T}(T)"/>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables)
        {
            if (!Contains(disposable))
                continue;
            var tensor = (Tensor)disposable;
            Remove(tensor);
            tensor.OwningDisposeScope = null;
            Manager.StatisticsInstance.TensorStatistics.DetachedFromScopeCount++;
        }
    }

    /// <summary>Puts a tensor under this scope, out of the one that it was in.</summary>
    public void Attach(IDisposable disposable) => Attach([disposable]);

    /// <inheritdoc cref="Attach(IDisposable)"/>
    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    /// <inheritdoc cref="Attach(IDisposable)"/>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        IDisposable[] all = [.. disposables];
        foreach (IDisposable disposable in all)
            if (Adopt(disposable))
                Manager.StatisticsInstance.TensorStatistics.AttachedToScopeCount++;
        return all;
    }

    bool Adopt(IDisposable disposable)
    {
        if (disposable is not Tensor tensor)
            throw new InvalidOperationException($"a DisposeScope holds tensors only, not a {disposable.GetType().Name}");
        if (tensor.OwningDisposeScope == this)
            return false;
        tensor.OwningDisposeScope?.Remove(tensor);
        Add(tensor);
        tensor.OwningDisposeScope = this;
        return true;
    }

    /// <summary>Disposes all that the scope holds; the scope goes on.</summary>
    public void DisposeEverything()
    {
        _ = Manager;
        List<Tensor> before = held;
        held = [];
        foreach (Tensor tensor in before)
            tensor.Dispose();
    }

    /// <summary>Disposes all that the scope holds, but for those kept.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        _ = Manager;
        HashSet<IDisposable> keep = new(inKeep, ReferenceEqualityComparer.Instance);
        List<Tensor> before = held;
        held = [];
        foreach (Tensor tensor in before)
            if (keep.Contains(tensor))
                Add(tensor);
            else
                tensor.Dispose();
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})"/>
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third) where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    /// <summary>Tells the scope that a tensor was disposed by hand.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        if (!Contains(disposable))
            return;
        var tensor = (Tensor)disposable;
        Remove(tensor);
        tensor.OwningDisposeScope = null;
    }

    /// <summary>Disposes all that is left and ends the scope.</summary>
    public void Dispose()
    {
        if (manager is null)
            return;
        DisposeEverything();
        manager.Remove(this);
        manager = null;
    }
}
