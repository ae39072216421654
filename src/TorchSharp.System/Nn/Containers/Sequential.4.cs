using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A row of modules of any kind whose forward, written by the class derived from it, takes four arguments.</summary>
public abstract class Sequential<T1, T2, T3, T4, TResult> : nn.Module<T1, T2, T3, T4, TResult>
{
    readonly List<(string Name, nn.Module Module)> row = [];

    protected Sequential(params (string name, nn.Module submodule)[] modules) : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules)
            Add(name, module);
    }

    protected Sequential(params nn.Module[] modules) : base(nameof(Sequential))
    {
        foreach (nn.Module module in modules)
            Add(module);
    }

    /// <summary>Adds a module at the end, under a name.</summary>
    protected internal void Add(string name, nn.Module sm)
    {
        Adopt(name, sm);
        row.Add((name, sm));
    }

    /// <summary>Adds a module at the end, under its index.</summary>
    protected internal void Add(nn.Module module) => Add(row.Count.ToString(), module);

    public Sequential<T1, T2, T3, T4, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, T4, TResult> append(nn.Module module)
    {
        Add(module);
        return this;
    }

    public int Count => row.Count;

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => row[index].Module;

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    /// <summary>The modules from start up to and without end; a derived class that can be sliced overrides it.</summary>
    protected virtual Sequential<T1, T2, T3, T4, TResult> Slice(int start, int end) => throw new NotImplementedException($"{GetType().Name} has no Slice of its own");
}
