using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>
/// Axial slices, 2 mm apart, of one person's brain with a tumour, on the pixels of <see cref="Brains"/>: a test for models of healthy brains, never trained on.
/// Owns its tensors until <see cref="Dispose"/>.
/// </summary>
/// <param name="Before">Bytes, (60, 1, 64, 64): T1 before surgery, the skull taken off.</param>
/// <param name="During">Bytes, (60, 1, 64, 64): T1 during surgery; the brain has shifted.</param>
/// <param name="Mask">Bytes, (60, 64, 64): 1 in the brain before surgery, the tumour included.</param>
public sealed record BrainTumour(Tensor Before, Tensor During, Tensor Mask) : IDisposable
{
    /// <summary>Loads the slices, after checking their sha256.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static BrainTumour Load()
    {
        var manifest = DatasetManifest.Of("brain-tumour");
        return new BrainTumour(
            StoredTensor.ReadImages(manifest, "before.gz"), StoredTensor.ReadImages(manifest, "during.gz"), StoredTensor.Read(manifest, "mask.gz"));
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Before.Dispose();
        During.Dispose();
        Mask.Dispose();
    }

    /// <summary>One line.</summary>
    public override string ToString() => $"Brain tumour: {Before.shape[0]} slices of {Before.shape[2]} x {Before.shape[3]} before and during surgery";
}
