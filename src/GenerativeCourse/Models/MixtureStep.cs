using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>The parameters at the beginning of one iteration of EM.</summary>
/// <param name="Weights">(K).</param>
/// <param name="Means">(K, D).</param>
/// <param name="Covariances">(K, D, D), (K, D) or (D, D).</param>
/// <param name="LogLikelihood">Mean over the rows, in nats.</param>
public sealed record MixtureStep(Tensor Weights, Tensor Means, Tensor Covariances, double LogLikelihood);
