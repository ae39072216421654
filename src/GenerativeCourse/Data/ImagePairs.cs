using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>Pairs of images that show the same, pixel on pixel. Owns its tensors until <see cref="Dispose"/>.</summary>
/// <param name="From">Bytes, (N, C, H, W): what a model is given.</param>
/// <param name="To">Bytes, (N, C', H, W): what it shall make of it.</param>
/// <param name="Names">The name of each pair.</param>
public sealed record ImagePairs(Tensor From, Tensor To, IReadOnlyList<string> Names) : IDisposable
{
    /// <summary>The number of pairs.</summary>
    public long Count => From.shape[0];

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        From.Dispose();
        To.Dispose();
    }

    /// <summary>One line: 1,200 pairs of (1, 64, 64) and (3, 64, 64).</summary>
    public override string ToString() => FormattableString.Invariant($"{Count:N0} pairs of ({ArrayShape.Text(From.shape[1..])}) and ({ArrayShape.Text(To.shape[1..])})");
}
