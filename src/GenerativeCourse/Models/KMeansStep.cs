using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>One iteration of k-means, before the centres move.</summary>
/// <param name="Centers">The centres, (K, D).</param>
/// <param name="Labels">The nearest centre of each row: int64, (N).</param>
/// <param name="Inertia">The sum of squared distances to these centres.</param>
public sealed record KMeansStep(Tensor Centers, Tensor Labels, double Inertia);
