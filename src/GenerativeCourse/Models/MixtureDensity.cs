using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>The densities of a mixture's components at rows, computed chunk by chunk from differences to the means, so that nothing cancels far from the origin.</summary>
sealed class MixtureDensity(Tensor weights, Tensor means, CovarianceFactor factor)
{
    const double LeastSpread = 0.01;

    readonly Tensor logWeights = weights.to(ScalarType.Float64).log();  // (K)
    readonly double constant = -0.5 * means.shape[1] * Math.Log(2 * Math.PI);

    /// <summary>The type to compute rows of x in: float32 where they come so, are many, and no covariance is nearly singular.</summary>
    internal ScalarType Work(Tensor x) => x.dtype == ScalarType.Float32 && x.numel() >= 100_000 && factor.Spread > LeastSpread ? ScalarType.Float32 : ScalarType.Float64;

    /// <summary>log p(k) + log p(mu_k | k), (K).</summary>
    internal Tensor Constants => logWeights + factor.LogDeterminant + constant;

    /// <summary>Rows a chunk.</summary>
    internal static long Chunk(Tensor x, Tensor means) => DataRows.Chunk(x.device, means.numel(), least: 512);

    /// <summary>The differences of the rows (B, D) from each mean: (K, B, D).</summary>
    internal Tensor Differences(Tensor rows) => rows.unsqueeze(0) - means.to(rows).unsqueeze(1);

    /// <summary>log p(k) + log p(x | k): float64, (K, B).</summary>
    internal Tensor LogJoint(Tensor differences)
    {
        Tensor distances = factor.Whiten(differences).pow_(2).sum(2).to(ScalarType.Float64);  // (K, B), Mahalanobis, squared
        return distances.mul_(-0.5).add_(Constants.unsqueeze(1));
    }

    /// <summary>For all rows of x (N, D), chunk by chunk, log p(k) + log p(x | k), (K, B), in what the function makes of it.</summary>
    internal Tensor Map(Tensor x, Func<Tensor, Tensor> function)
    {
        using var scope = NewDisposeScope();
        ScalarType work = Work(x);
        List<Tensor> results = [];
        foreach (var (start, count) in DataRows.Chunks(x.shape[0], Chunk(x, means)))
        {
            using var chunk = NewDisposeScope();
            results.Add(function(LogJoint(Differences(x.narrow(0, start, count).to(work)))).MoveToOuterDisposeScope());
        }
        return cat(results).MoveToOuterDisposeScope();
    }
}
