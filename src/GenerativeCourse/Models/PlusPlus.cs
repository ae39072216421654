using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>k-means++ (Arthur and Vassilvitskii, 2007), with the few candidates a draw that its authors' own program has.</summary>
sealed class PlusPlus(Tensor x, long seed)
{
    // Draws need few numbers: one generator on the CPU gives the same ones for every device.
    readonly Random random = new(unchecked((int)(seed ^ (seed >> 32))));

    internal Tensor Draw(int clusters)
    {
        using var scope = NewDisposeScope();
        int candidates = 2 + (int)Math.Log(clusters);
        Tensor rows = x - x.mean([0L]);
        Tensor squares = rows.pow(2).sum(1, keepdim: true);  // (N, 1)
        long[] chosen = new long[clusters];
        chosen[0] = random.NextInt64(x.shape[0]);
        Tensor nearest = Distances(rows, squares, tensor(new[] { chosen[0] })).squeeze(1).DetachFromDisposeScope();  // (N)
        for (int k = 1; k < clusters; k++)
        {
            using var step = NewDisposeScope();
            Tensor draws = Indices(nearest, candidates);
            Tensor lowered = minimum(nearest.unsqueeze(1), Distances(rows, squares, draws));  // (N, candidates)
            long best = lowered.sum(dim: 0L, type: ScalarType.Float64).argmin().item<long>();
            chosen[k] = draws[best].item<long>();
            nearest.Dispose();
            nearest = lowered.select(1, best).contiguous().DetachFromDisposeScope();
        }
        nearest.Dispose();
        return x.index_select(0, tensor(chosen, device: x.device)).MoveToOuterDisposeScope();
    }

    // Rows in proportion to their weight; where all weights are zero, which means that no row is left that is not a centre, any rows.
    Tensor Indices(Tensor weights, int count)
    {
        Tensor ends = weights.cumsum(0, ScalarType.Float64);
        double total = ends[-1].item<double>();
        double[] places = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() * total)];
        return total > 0
            ? searchsorted(ends, tensor(places, device: x.device), right: true).clamp(max: x.shape[0] - 1).cpu()
            : tensor(Enumerable.Range(0, count).Select(_ => random.NextInt64(x.shape[0])).ToArray());
    }

    // Squared distances of all rows to the candidates, (N, C).
    static Tensor Distances(Tensor rows, Tensor squares, Tensor candidates)
    {
        Tensor indices = candidates.to(rows.device);
        Tensor points = rows.index_select(0, indices);
        return (squares - 2 * rows.mm(points.t()) + squares.index_select(0, indices).t()).clamp_min_(0);
    }
}
