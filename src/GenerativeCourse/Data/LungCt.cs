using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>Axial slices, 2.5 mm apart, of one person's right lung in two CT scans, 64x64 at 3.6 mm a pixel, with masks. Both scans are of one person and share the split.</summary>
public static class LungCt
{
    static readonly HeldOutSlices Split = new(112, 46, 20);

    /// <summary>Loads 144 slices to train on and a block of 20 of each scan to test on, ten on each side thrown away.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static Splits<LungSlices> Load()
    {
        var manifest = DatasetManifest.Of("lung-ct");
        return Splits<LungSlices>.Read("Lung CT", split =>
        {
            using var scope = NewDisposeScope();
            Tensor Both(string kind)
            {
                Tensor[] parts = [Split.Of(split, manifest, $"baseline{kind}.gz"), Split.Of(split, manifest, $"followup{kind}.gz")];
                scope.Attach(parts);
                return cat(parts);
            }
            var (hounsfield, mask) = (Both("").to(ScalarType.Float32), Both("-mask"));
            var scan = arange(2, dtype: ScalarType.Int64).repeat_interleave(mask.shape[0] / 2);
            scope.Detach(hounsfield, mask, scan);
            return new LungSlices(hounsfield, mask, scan);
        });
    }

    /// <summary>Hounsfield units as float32 in [0, 1] of the same shape: low and below 0, high and above 1. Lungs show in (-1000, 400), soft tissue in (-160, 240).</summary>
    public static Tensor Window(Tensor hounsfield, double low = -1000, double high = 400)
    {
        if (!(low < high))
            throw new ArgumentException($"The window ({low}, {high}) is empty: low must be below high.");
        using var scope = NewDisposeScope();
        return hounsfield.sub(low).div(high - low).clamp(0, 1).MoveToOuterDisposeScope();
    }
}

/// <summary>Slices of a lung with masks. Owns its tensors until <see cref="Dispose"/>.</summary>
/// <param name="Hounsfield">float32, (N, 1, 64, 64), Hounsfield units: -1000 air, 0 water.</param>
/// <param name="Mask">Bytes, (N, 64, 64): 1 in the lung.</param>
/// <param name="Scan">int64, (N): 0 baseline, 1 follow-up.</param>
public sealed record LungSlices(Tensor Hounsfield, Tensor Mask, Tensor Scan) : IDisposable
{
    /// <summary>The number of slices.</summary>
    public long Count => Hounsfield.shape[0];

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Hounsfield.Dispose();
        Mask.Dispose();
        Scan.Dispose();
    }

    /// <summary>One line.</summary>
    public override string ToString() => $"{Count} slices of {Hounsfield.shape[2]} x {Hounsfield.shape[3]}";
}
