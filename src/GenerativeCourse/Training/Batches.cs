using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>Batches of data that stays on the device, gathered with index_select: ten times as fast as a loader that copies sample by sample.</summary>
/// <remarks>A batch is a function of the step and the seed alone, so that a run that was broken off goes on with the very batches it would have seen.</remarks>
public sealed class Batches : IDisposable
{
    readonly Tensor[] data;
    readonly long seed;
    (long Epoch, Tensor Order)? shuffled;

    /// <summary>Batches of <paramref name="size"/> rows of tensors that have as many rows each; the last rows of an epoch that do not fill a batch are left out.</summary>
    /// <exception cref="ArgumentException">No tensor, rows that differ in number, or a batch larger than the data.</exception>
    public Batches(int size, long seed, params Tensor[] data)
    {
        if (data.Length == 0)
            throw new ArgumentException("batches of nothing: give at least one tensor");
        Rows = data[0].shape[0];
        foreach (Tensor tensor in data)
            if (tensor.shape[0] != Rows)
                throw new ArgumentException($"the tensors differ in their number of rows: {string.Join(", ", data.Select(t => t.shape[0]))}");
        if (size < 1 || size > Rows)
            throw new ArgumentException($"a batch of {size} from {Rows} rows: choose 1 to {Rows}");
        (this.data, this.seed, Size) = (data, seed, size);
    }

    /// <summary>Rows a batch.</summary>
    public int Size { get; }

    /// <summary>Rows in all.</summary>
    public long Rows { get; }

    /// <summary>Batches an epoch.</summary>
    public long PerEpoch => Rows / Size;

    /// <summary>The rows of the step's batch: int64 (Size), on the data's device; each epoch is a new permutation.</summary>
    public Tensor Indices(long step)
    {
        long epoch = step / PerEpoch;
        if (shuffled?.Epoch != epoch)
        {
            shuffled?.Order.Dispose();
            using var generator = new Generator(unchecked((ulong)(seed * 1_000_003 + epoch)));
            shuffled = (epoch, randperm(Rows, int64, CPU, generator: generator).to(data[0].device, disposeAfter: true).DetachFromDisposeScope());
        }
        return shuffled!.Value.Order.narrow(0, step % PerEpoch * Size, Size);
    }

    /// <summary>The step's batch: one tensor (Size, ...) for each of the data's.</summary>
    public Tensor[] At(long step)
    {
        using Tensor indices = Indices(step);
        return Array.ConvertAll(data, tensor => tensor.index_select(0, indices));
    }

    /// <summary>Releases the order of the last epoch; the data stays its owner's.</summary>
    public void Dispose()
    {
        shuffled?.Order.Dispose();
        shuffled = null;
    }
}
