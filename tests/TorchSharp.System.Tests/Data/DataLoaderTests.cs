using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Tests;

public sealed class DataLoaderTests
{
    static TensorDataset Numbers(int count) => utils.data.TensorDataset(arange(count, ScalarType.Int64), arange(2 * count, ScalarType.Float32).reshape(count, 2));

    sealed class Named : Dataset
    {
        public override long Count => 3;

        public override Dictionary<string, Tensor> GetTensor(long index) => new() { ["x"] = full(2, index, ScalarType.Float32) };
    }

    [Fact]
    public void Batches_hold_all_rows_once_and_are_disposed_by_the_next()
    {
        using DisposeScope scope = NewDisposeScope();
        using IterableDataLoader loader = utils.data.DataLoader(Numbers(7), 3, num_worker: 2);
        Assert.Equal(3, loader.Count);
        var seen = new List<long>();
        Tensor? last = null;
        foreach (IList<Tensor> batch in loader)
        {
            Assert.True(last?.IsInvalid ?? true);
            last = batch[0];
            seen.AddRange(batch[0].data<long>());
            Assert.Equal(batch[0].data<long>().Select(i => 2f * i), batch[1].select(1, 0).data<float>());
        }
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], seen);
        Assert.True(last!.IsInvalid);
    }

    [Fact]
    public void Shuffling_with_a_seed_repeats_and_the_rest_can_be_dropped()
    {
        using DisposeScope scope = NewDisposeScope();
        using IterableDataLoader loader = utils.data.DataLoader(Numbers(50), 8, shuffle: true, seed: 5, drop_last: true);
        long[] Pass() => [.. loader.SelectMany(batch => batch[0].data<long>().ToArray())];
        long[] first = Pass();
        Assert.Equal(48, first.Distinct().Count());
        Assert.NotEqual(first.Order(), first);
        Assert.Equal(first, Pass());
    }

    [Fact]
    public void Named_tensors_are_stacked_by_name()
    {
        using DisposeScope scope = NewDisposeScope();
        using DataLoader loader = utils.data.DataLoader(new Named(), 2, disposeBatch: false);
        List<Dictionary<string, Tensor>> batches = [.. loader];
        Assert.Equal([0f, 0f, 1f, 1f], batches[0]["x"].data<float>().ToArray());
        Assert.Equal([1L, 2L], batches[1]["x"].shape);
        Assert.Contains("same number of rows", Assert.Throws<ArgumentException>(() => utils.data.TensorDataset(zeros(2), zeros(3))).Message);
    }
}
