using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>A mixture's parameters in float64 and how they came about; the tensors live until it is disposed.</summary>
sealed record MixtureParameters(Tensor Weights, Tensor Means, Tensor Covariances, CovarianceFactor Factor, IReadOnlyList<double> History, IReadOnlyList<MixtureStep> Steps, bool Converged) : IDisposable
{
    internal double LogLikelihood => History[^1];

    internal MixtureDensity Density => new(Weights, Means, Factor);

    internal static MixtureParameters Of(Covariance kind, (Tensor Weights, Tensor Means, Tensor Covariances) values, IReadOnlyList<double> history, IReadOnlyList<MixtureStep> steps, bool converged)
    {
        using var scope = NewDisposeScope();
        CovarianceFactor factor = CovarianceFactor.Of(kind, values.Covariances);
        return new(Kept(values.Weights), Kept(values.Means), Kept(values.Covariances),
            factor with { Whitening = factor.Whitening.DetachFromDisposeScope(), LogDeterminant = factor.LogDeterminant.DetachFromDisposeScope() }, history, steps, converged);
    }

    internal static Tensor Kept(Tensor tensor) => tensor.to(ScalarType.Float64, copy: true).DetachFromDisposeScope();

    public void Dispose()
    {
        foreach (Tensor tensor in (Tensor[])[Weights, Means, Covariances, Factor.Whitening, Factor.LogDeterminant, .. Steps.SelectMany(step => new[] { step.Weights, step.Means, step.Covariances })])
            tensor.Dispose();
    }
}
