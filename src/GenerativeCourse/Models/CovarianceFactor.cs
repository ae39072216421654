using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>What turns a difference from a mean into independent standard normal numbers: L^-T of each covariance L L^T, or one over each deviation.</summary>
/// <param name="Kind">Of which covariances.</param>
/// <param name="Whitening">(K, D, D), (K, 1, D) or (1, D, D), float64.</param>
/// <param name="LogDeterminant">log |L^-1|, (K) or (1), float64.</param>
/// <param name="Spread">The least part of a column's deviation that is its own, 0 to 1: below it float32 is not enough.</param>
sealed record CovarianceFactor(Covariance Kind, Tensor Whitening, Tensor LogDeterminant, double Spread)
{
    /// <exception cref="ArgumentException">A covariance is not positive definite.</exception>
    internal static CovarianceFactor Of(Covariance kind, Tensor covariances)
    {
        using var scope = NewDisposeScope();
        Tensor exact = covariances.to(ScalarType.Float64);
        if (kind == Covariance.Diagonal)
        {
            Check(exact.min().item<double>() > 0);
            Tensor deviations = exact.sqrt();
            return new(kind, (1 / deviations).unsqueeze(1).MoveToOuterDisposeScope(), deviations.log().sum(1).neg().MoveToOuterDisposeScope(), 1);
        }
        Tensor batch = exact.dim() == 2 ? exact.unsqueeze(0) : exact;
        Tensor lower = Cholesky(batch), pivots = lower.diagonal(0, -2, -1);  // (K, D, D), (K, D)
        Tensor identity = eye(batch.shape[1], dtype: ScalarType.Float64, device: batch.device).expand_as(batch);
        Tensor inverse = linalg.solve_triangular(lower, identity, upper: false);
        double spread = (pivots / batch.diagonal(0, -2, -1).sqrt()).min().item<double>();
        return new(kind, inverse.transpose(1, 2).contiguous().MoveToOuterDisposeScope(), pivots.log().sum(1).neg().MoveToOuterDisposeScope(), spread);
    }

    static Tensor Cholesky(Tensor batch)
    {
        try
        {
            return linalg.cholesky(batch);
        }
        catch (ExternalException)
        {
            Check(false);
            throw;
        }
    }

    static void Check(bool holds)
    {
        if (!holds)
            throw new ArgumentException("a component's covariance is not positive definite: it has collapsed onto a few points or a flat subspace; raise Regularisation, ask for fewer components, or drop constant columns");
    }

    /// <summary>Differences from the means (K, B, D), whitened.</summary>
    internal Tensor Whiten(Tensor differences) => Kind == Covariance.Diagonal ? differences * Whitening.to(differences) : differences.matmul(Whitening.to(differences));
}
