using static TorchSharp.torch;

namespace GenerativeCourse.Models;

public sealed partial class GaussianMixture
{
    // Expectation, maximisation, until the likelihood stands still.
    MixtureParameters Run(Tensor x, (Tensor Weights, Tensor Means, Tensor Covariances) values)
    {
        using var scope = NewDisposeScope();
        List<double> history = [];
        List<MixtureStep> steps = [];
        bool converged = false;
        while (!converged && history.Count < MaxIterations)
        {
            using var step = NewDisposeScope();
            var (logLikelihood, moments) = Expect(x, values);
            if (KeepSteps)
                steps.Add(new MixtureStep(MixtureParameters.Kept(values.Weights), MixtureParameters.Kept(values.Means), MixtureParameters.Kept(values.Covariances), logLikelihood));
            converged = history.Count > 0 && Math.Abs(logLikelihood - history[^1]) < Tolerance;
            history.Add(logLikelihood);
            var next = moments.Maximise(Regularisation);
            values = (next.Weights.MoveToOuterDisposeScope(), next.Means.MoveToOuterDisposeScope(), next.Covariances.MoveToOuterDisposeScope());
        }
        return MixtureParameters.Of(Covariance, values, history, steps, converged);
    }

    // The E-step, and the sums that the M-step needs, in one pass over the rows.
    (double LogLikelihood, MixtureMoments Moments) Expect(Tensor x, (Tensor Weights, Tensor Means, Tensor Covariances) values)
    {
        CovarianceFactor factor = CovarianceFactor.Of(Covariance, values.Covariances);
        var density = new MixtureDensity(values.Weights, values.Means, factor);
        var moments = new MixtureMoments(Covariance, values.Means);
        if (SparseExpectation.Serves(x, Covariance))
            return (new SparseExpectation(x, density.Constants, values.Means.to(ScalarType.Float64), factor).Run(moments) / x.shape[0], moments);
        ScalarType work = density.Work(x);
        double sum = 0;
        foreach (var (start, count) in DataRows.Chunks(x.shape[0], MixtureDensity.Chunk(x, values.Means)))
        {
            using var chunk = NewDisposeScope();
            Tensor differences = density.Differences(x.narrow(0, start, count).to(work));  // (K, B, D)
            Tensor joint = density.LogJoint(differences), total = joint.logsumexp(0, keepdim: true);
            moments.Add(differences, (joint - total).exp_());
            sum += total.sum().item<double>();
        }
        return (sum / x.shape[0], moments);
    }

    // The parameters of the clusters that k-means found, each row wholly in one.
    (Tensor Weights, Tensor Means, Tensor Covariances) Hard(Tensor x, KMeans clusters)
    {
        var moments = new MixtureMoments(Covariance, clusters.Centers);
        Tensor centers = clusters.Centers.to(ScalarType.Float64);
        foreach (var (start, count) in DataRows.Chunks(x.shape[0], MixtureDensity.Chunk(x, centers)))
        {
            using var chunk = NewDisposeScope();
            Tensor one = nn.functional.one_hot(clusters.Labels.narrow(0, start, count), Components).t().to(ScalarType.Float64);  // (K, B)
            moments.Add(x.narrow(0, start, count).to(ScalarType.Float64).unsqueeze(0) - centers.unsqueeze(1), one);
        }
        return moments.Maximise(Regularisation);
    }
}
