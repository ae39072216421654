using static TorchSharp.torch;

namespace GenerativeCourse.Models;

public sealed partial class GaussianMixture
{
    /// <summary>log p(x) of each row (N, D), in nats: float64, (N).</summary>
    public Tensor LogProb(Tensor x)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        Tensor rows = DataRows.Checked(x, Name, Means.shape[1]);
        return (SparseExpectation.Serves(rows, Covariance)
            ? tensor(new SparseExpectation(rows, Fitted.Density.Constants, Means, Fitted.Factor).LogProb())
            : Fitted.Density.Map(rows, joint => joint.logsumexp(0))).MoveToOuterDisposeScope();
    }

    /// <summary>The mean of log p(x) over the rows (N, D), in nats.</summary>
    public double Score(Tensor x) => LogLikelihood.Mean(LogProb(x));

    /// <summary>The responsibilities p(k | x) of each row (N, D), by log-sum-exp so that none underflows: float64, (N, K).</summary>
    public Tensor PredictProba(Tensor x) => Map(x, joint => joint.softmax(0).t());

    /// <summary>The likeliest component of each row (N, D): int64, (N).</summary>
    public Tensor Predict(Tensor x) => Map(x, joint => joint.argmax(0));

    /// <summary>The Bayesian information criterion, parameters * log N - 2 * log-likelihood (Schwarz, 1978): of two mixtures the one with the smaller explains the rows better for its size.</summary>
    public double Bic(Tensor x) => Parameters * Math.Log(x.shape[0]) - 2 * x.shape[0] * Score(x);

    /// <summary>New rows, (count, D), and the component each comes from, int64 (count); the same for the same seed.</summary>
    public (Tensor X, Tensor Components) Sample(long count, long seed)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        using var generator = new Generator(unchecked((ulong)seed));
        Tensor chosen = multinomial(Weights.cpu(), count, replacement: true, generator: generator).to(Weights.device);
        Tensor noise = randn([count, Means.shape[1]], dtype: ScalarType.Float64, generator: generator).to(Weights.device);
        Tensor spread = Covariance switch
        {
            Covariance.Diagonal => noise * Covariances.sqrt().index_select(0, chosen),
            Covariance.Tied => noise.mm(linalg.cholesky(Covariances).t()),
            _ => linalg.cholesky(Covariances).index_select(0, chosen).matmul(noise.unsqueeze(2)).squeeze(2),
        };
        Tensor rows = Means.index_select(0, chosen) + spread;
        return (rows.MoveToOuterDisposeScope(), chosen.MoveToOuterDisposeScope());
    }

    Tensor Map(Tensor x, Func<Tensor, Tensor> function)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        return Fitted.Density.Map(DataRows.Checked(x, Name, Means.shape[1]), function).MoveToOuterDisposeScope();
    }
}
