using System.Collections;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Modules;

/// <summary>Batches of a dataset's items in the sampler's order. A batch is disposed when the next one is asked for, unless disposeBatch is off.</summary>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    public DataLoader(Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        if (batchSize < 1)
            throw new ArgumentException($"a batch has at least one item, not {batchSize}");
        (this.dataset, batch_size, this.collate_fn, sampler) = (dataset, batchSize, collate_fn, shuffler);
        (Device, num_workers, this.drop_last, DisposeBatch, DisposeDataset) = (device ?? CPU, Math.Max(num_worker, 1), drop_last, disposeBatch, disposeDataset);
    }

    public DataLoader(Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(dataset, batchSize, collate_fn, shuffle ? Shuffled(dataset.Count, seed) : InOrder(dataset.Count), device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    public Dataset<T> dataset { get; }

    public int batch_size { get; }

    public bool drop_last { get; }

    public IEnumerable<long> sampler { get; }

    public int num_workers { get; }

    public Func<IEnumerable<T>, Device, S> collate_fn { get; }

    public Device Device { get; }

    public bool DisposeBatch { get; }

    public bool DisposeDataset { get; }

    /// <summary>How many batches.</summary>
    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count + batch_size - 1) / batch_size;

    static IEnumerable<long> InOrder(long count)
    {
        for (long i = 0; i < count; i++)
            yield return i;
    }

    // Anew for each pass; with a seed each pass has the same order, as in TorchSharp.
    static IEnumerable<long> Shuffled(long count, int? seed)
    {
        var random = seed is { } given ? new Random(given) : new Random();
        long[] order = [.. InOrder(count)];
        random.Shuffle(order);
        foreach (long index in order)
            yield return index;
    }

    public IEnumerator<S> GetEnumerator()
    {
        IDisposable[] before = [];
        try
        {
            foreach (long[] indices in sampler.Chunk(batch_size))
            {
                if (drop_last && indices.Length < batch_size)
                    yield break;
                S batch = Batch(indices, out IDisposable[] made);
                Dispose(before);
                before = DisposeBatch ? made : [];
                yield return batch;
            }
        }
        finally
        {
            Dispose(before);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    S Batch(long[] indices, out IDisposable[] made)
    {
        var items = new T[indices.Length];
        var fetched = new IDisposable[indices.Length][];
        Parallel.For(0, indices.Length, new ParallelOptions { MaxDegreeOfParallelism = num_workers }, i => items[i] = Apart(() => dataset.GetTensor(indices[i]), out fetched[i]));
        S batch = Apart(() => collate_fn(items, Device), out made);
        foreach (IDisposable[] leftovers in fetched)
            Dispose(leftovers);
        return batch;
    }

    // What make answers, and the tensors that it made, which no scope owns any longer.
    static TItem Apart<TItem>(Func<TItem> make, out IDisposable[] made)
    {
        using DisposeScope scope = NewDisposeScope();
        TItem item = make();
        made = [.. scope.DisposablesView];
        scope.Detach(made);
        return item;
    }

    static void Dispose(IDisposable[] tensors)
    {
        foreach (IDisposable tensor in tensors)
            tensor.Dispose();
    }

    private protected static Tensor Stacked(IEnumerable<Tensor> rows, Device device)
    {
        using DisposeScope scope = NewDisposeScope();
        return stack([.. rows]).to(device).MoveToOuterDisposeScope();
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset)
            dataset.Dispose();
    }
}

/// <summary>Batches of named tensors, each (batch, ...).</summary>
public class DataLoader : DataLoader<Dictionary<string, Tensor>, Dictionary<string, Tensor>>
{
    public DataLoader(Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    public DataLoader(Dataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    static Dictionary<string, Tensor> Collate(IEnumerable<Dictionary<string, Tensor>> items, Device device) =>
        items.First().Keys.ToDictionary(name => name, name => Stacked(items.Select(item => item[name]), device));
}

/// <summary>Batches of tensors in an order, each (batch, ...).</summary>
public class IterableDataLoader : DataLoader<IList<Tensor>, IList<Tensor>>
{
    public IterableDataLoader(IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    public IterableDataLoader(IterableDataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    static IList<Tensor> Collate(IEnumerable<IList<Tensor>> items, Device device) =>
        [.. Enumerable.Range(0, items.First().Count).Select(place => Stacked(items.Select(item => item[place]), device))];
}
