using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>Nearest centres by matrix products, chunk by chunk so that no (N, K) temporary is made: ||x - c||^2 is least where x.c - ||c||^2 / 2 is largest.</summary>
sealed class ProductAssigner(Tensor x) : IAssigner
{
    IEnumerable<(long Start, long Count)> Chunks(long clusters) => DataRows.Chunks(x.shape[0], DataRows.Chunk(x.device, Math.Max(x.shape[1], clusters)));

    public Tensor Assign(Tensor centers)
    {
        using var scope = NewDisposeScope();
        Tensor labels = empty(x.shape[0], dtype: ScalarType.Int64, device: x.device);
        Tensor offset = centers.mean([0L], keepdim: true);  // about which products do not cancel
        Tensor moved = (centers - offset).t();              // (D, K)
        Tensor half = moved.pow(2).sum(dim: 0L) * -0.5;     // (K)
        foreach (var (start, count) in Chunks(centers.shape[0]))
        {
            using var chunk = NewDisposeScope();
            labels.narrow(0, start, count).copy_(addmm(half, x.narrow(0, start, count) - offset, moved, 1, 1).argmax(1));
        }
        return labels.MoveToOuterDisposeScope();
    }

    public Tensor SquaredDistances(Tensor centers, Tensor labels)
    {
        using var scope = NewDisposeScope();
        Tensor squares = empty(x.shape[0], dtype: x.dtype, device: x.device);
        foreach (var (start, count) in Chunks(1))
        {
            using var chunk = NewDisposeScope();
            Tensor own = centers.index_select(0, labels.narrow(0, start, count));
            squares.narrow(0, start, count).copy_(x.narrow(0, start, count).sub(own).pow_(2).sum(1));
        }
        return squares.MoveToOuterDisposeScope();
    }
}
