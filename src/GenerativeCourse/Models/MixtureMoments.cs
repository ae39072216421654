using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>Sums of rows weighted by responsibilities, about the means that the rows were assigned by: what the M-step needs, gathered in float64.</summary>
sealed class MixtureMoments
{
    readonly Covariance kind;
    readonly Tensor means, counts, first, second;

    internal MixtureMoments(Covariance kind, Tensor means)
    {
        (this.kind, this.means) = (kind, means.to(ScalarType.Float64));
        long clusters = means.shape[0], width = means.shape[1];
        counts = zeros(clusters, dtype: ScalarType.Float64, device: means.device);
        first = zeros_like(this.means);
        second = zeros(kind == Covariance.Diagonal ? [clusters, width] : kind == Covariance.Full ? [clusters, width, width] : [width, width], dtype: ScalarType.Float64, device: means.device);
    }

    /// <summary>Adds rows: their differences from the means (K, B, D) and their responsibilities (K, B).</summary>
    internal void Add(Tensor differences, Tensor responsibilities)
    {
        using var scope = NewDisposeScope();
        counts.add_(responsibilities.sum(1));
        Tensor weighted = differences * responsibilities.to(differences.dtype).unsqueeze(2);  // (K, B, D)
        first.add_(weighted.sum(1));
        second.add_(kind switch
        {
            Covariance.Full => weighted.transpose(1, 2).matmul(differences),
            Covariance.Diagonal => weighted.mul_(differences).sum(1),
            _ => weighted.flatten(0, 1).t().mm(differences.flatten(0, 1)),
        });
    }

    /// <summary>Adds sums that were gathered elsewhere: (K), (K, D), and (K, D, D) or (D, D) on and below the diagonal.</summary>
    internal void Add(double[] counts, double[] first, double[] second)
    {
        using var scope = NewDisposeScope();
        this.counts.add_(tensor(counts));
        this.first.add_(tensor(first).reshape(this.first.shape));
        Tensor lower = tensor(second).reshape(this.second.shape);
        this.second.add_(lower.tril() + lower.tril(-1).transpose(-2, -1));
    }

    /// <summary>The M-step: weights (K), means (K, D) and covariances about these new means.</summary>
    internal (Tensor Weights, Tensor Means, Tensor Covariances) Maximise(double regularisation)
    {
        using var scope = NewDisposeScope();
        Tensor n = counts + 2.3e-15;  // a component that no row belongs to
        Tensor move = first / n.unsqueeze(1), covariances = kind switch
        {
            Covariance.Full => second / n.reshape(-1, 1, 1) - move.unsqueeze(2) * move.unsqueeze(1),
            Covariance.Diagonal => second / n.unsqueeze(1) - move.pow(2),
            _ => (second - (move * n.unsqueeze(1)).t().mm(move)) / n.sum(),
        };
        if (kind == Covariance.Diagonal)
            covariances = covariances.clamp_min_(0).add_(regularisation);
        else
            covariances.diagonal(0, -2, -1).add_(regularisation);
        return ((n / n.sum()).MoveToOuterDisposeScope(), (means + move).MoveToOuterDisposeScope(), covariances.MoveToOuterDisposeScope());
    }
}
