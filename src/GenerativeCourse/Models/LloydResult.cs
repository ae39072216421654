using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>What one run of Lloyd's iterations found; its tensors live until it is disposed.</summary>
sealed record LloydResult(Tensor Centers, Tensor Labels, double Inertia, IReadOnlyList<double> History, IReadOnlyList<KMeansStep> Steps) : IDisposable
{
    public void Dispose()
    {
        Centers.Dispose();
        Labels.Dispose();
        foreach (KMeansStep step in Steps)
        {
            step.Centers.Dispose();
            step.Labels.Dispose();
        }
    }
}
