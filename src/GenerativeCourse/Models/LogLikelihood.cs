using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>What a density says of several rows at once.</summary>
static class LogLikelihood
{
    /// <summary>The mean of log-densities, float64, (N), in nats; frees them.</summary>
    internal static double Mean(Tensor values)
    {
        using Tensor given = values, mean = values.mean();
        return mean.item<double>();
    }
}
