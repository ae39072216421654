using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>Splits the slices of one scan: a block in the middle to test on, ten thrown away on each side of it (neighbours are nearly alike), the others to train on.</summary>
/// <param name="Count">The number of slices.</param>
/// <param name="Start">The first slice of the block.</param>
/// <param name="Length">The number of slices in the block.</param>
public sealed record HeldOutSlices(int Count, int Start, int Length)
{
    /// <summary>Slices thrown away on each side of the block.</summary>
    public const int Gap = 10;

    /// <summary>The slices of the block.</summary>
    public long[] Test => [.. Enumerable.Range(Start, Length).Select(slice => (long)slice)];

    /// <summary>The slices at least <see cref="Gap"/> away from the block.</summary>
    public long[] Train => [.. Enumerable.Range(0, Count).Where(slice => slice < Start - Gap || slice >= Start + Length + Gap).Select(slice => (long)slice)];

    // The slices of one side of a stored volume (N, ...).
    internal Tensor Of(string split, DatasetManifest manifest, string name)
    {
        using var whole = name.Contains("mask", StringComparison.Ordinal) || name.Contains("tissues", StringComparison.Ordinal)
            ? StoredTensor.Read(manifest, name)
            : StoredTensor.ReadImages(manifest, name);
        if (whole.shape[0] != Count)
            throw new DatasetException($"{Path.Combine(manifest.Folder, name)}: it holds {whole.shape[0]} slices, the split is of {Count}.");
        using var index = Index(split);
        return whole.index_select(0, index).DetachFromDisposeScope();
    }

    internal Tensor Index(string split) => tensor(split == "train" ? Train : Test).DetachFromDisposeScope();
}
