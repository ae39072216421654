using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>
/// Axial slices of three people's heads, 64x64 at 3.5 mm a pixel, white matter at 0.65 of white. Slices go from below, rows from the front, columns from the person's right.
/// Colin27 and its simulated twin (BrainWeb) are one person.
/// </summary>
public static class Brains
{
    static readonly HeldOutSlices Split = new(140, 60, 25);

    /// <summary>What the tissue labels stand for, in their order.</summary>
    public static IReadOnlyList<string> Tissues => DatasetManifest.Of("brains").Classes;

    /// <summary>Real T1 slices, split by person: Colin27 and NAC, (308, 1, 64, 64), to train on, the MPRAGE head, (118, 1, 64, 64), to test on; the label is the person.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static ImageDataset LoadT1()
    {
        var manifest = DatasetManifest.Of("brains");
        return ImageDataset.Pair("Brains in T1", ["Colin27", "NAC", "MPRAGE"], split => split == "train"
            ? Persons(manifest, ("colin27-t1.gz", 0), ("nac-t1.gz", 1))
            : Persons(manifest, ("mprage-t1.gz", 2)));
    }

    /// <summary>Slices of Colin27 with tissues and simulated contrasts, slice for slice: 95 to train on, a block of 25 to test on, ten on each side thrown away.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static Splits<BrainSlices> LoadColin27()
    {
        var manifest = DatasetManifest.Of("brains");
        return Splits<BrainSlices>.Read("Colin27", split =>
        {
            using var tissues = Split.Of(split, manifest, "colin27-tissues.gz");
            return new BrainSlices(
                Split.Of(split, manifest, "colin27-t1.gz"),
                Split.Of(split, manifest, "brainweb-t1.gz"),
                Split.Of(split, manifest, "brainweb-t2.gz"),
                Split.Of(split, manifest, "brainweb-pd.gz"),
                tissues.to(ScalarType.Int64).DetachFromDisposeScope(),
                Split.Index(split));
        });
    }

    static LabelledImages Persons(DatasetManifest manifest, params ReadOnlySpan<(string File, long Person)> persons)
    {
        using var scope = NewDisposeScope();
        var (images, labels) = (new List<Tensor>(), new List<Tensor>());
        foreach (var (file, person) in persons)
        {
            images.Add(StoredTensor.ReadImages(manifest, file));
            scope.Attach(images[^1]);
            labels.Add(full([images[^1].shape[0]], person, dtype: ScalarType.Int64));
        }
        return new LabelledImages(cat(images), cat(labels));
    }
}

/// <summary>Slices of one head, pixel on pixel. Owns its tensors until <see cref="Dispose"/>.</summary>
/// <param name="T1">Bytes, (N, 1, 64, 64): the real scan.</param>
/// <param name="SimulatedT1">Bytes, (N, 1, 64, 64): the twin in T1.</param>
/// <param name="T2">Bytes, (N, 1, 64, 64): the twin in T2.</param>
/// <param name="ProtonDensity">Bytes, (N, 1, 64, 64): the twin in proton density.</param>
/// <param name="Tissues">int64, (N, 64, 64): labels, an index into <see cref="Brains.Tissues"/>.</param>
/// <param name="Levels">int64, (N): each slice's place in the scan, in millimetres from the lowest.</param>
public sealed record BrainSlices(Tensor T1, Tensor SimulatedT1, Tensor T2, Tensor ProtonDensity, Tensor Tissues, Tensor Levels) : IDisposable
{
    /// <summary>The number of slices.</summary>
    public long Count => T1.shape[0];

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        foreach (var tensor in new[] { T1, SimulatedT1, T2, ProtonDensity, Tissues, Levels })
            tensor.Dispose();
    }

    /// <summary>One line: 95 slices of 64 x 64.</summary>
    public override string ToString() => $"{Count} slices of {T1.shape[2]} x {T1.shape[3]}";
}
