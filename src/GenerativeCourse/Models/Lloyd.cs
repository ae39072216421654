using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>Lloyd's iterations: assign, move the centres to the means, until nothing changes. The clusters' sums follow the rows that change, so that late iterations cost little.</summary>
sealed class Lloyd(Tensor x, Tensor squares, int maxIterations, double tolerance, bool keepSteps)
{
    readonly double tolerance = tolerance > 0 ? tolerance * x.var(0, unbiased: false).mean().to(ScalarType.Float64).item<double>() : 0;

    internal LloydResult Run(Tensor start)
    {
        using var scope = NewDisposeScope();
        Tensor centers = start.to(x);
        IAssigner assigner = Assigners.For(x, centers.shape[0], squares);
        double total = squares.sum(ScalarType.Float64).item<double>();
        var sums = new ClusterSums(x, centers.shape[0], assigner);
        List<double> history = [];
        List<KMeansStep> steps = [];
        bool settled = false;
        while (!settled && history.Count < maxIterations)
        {
            using var step = NewDisposeScope();
            bool changed = sums.Take(assigner.Assign(centers));
            history.Add(sums.Inertia(centers, total));
            if (keepSteps)
                steps.Add(new KMeansStep(centers.clone().DetachFromDisposeScope(), sums.Labels.clone().DetachFromDisposeScope(), history[^1]));
            Tensor moved = sums.Means(centers);
            settled = !changed || (moved - centers).pow(2).sum(ScalarType.Float64).item<double>() <= tolerance;
            centers = moved.MoveToOuterDisposeScope();
        }
        Tensor labels = assigner.Assign(centers);
        double inertia = assigner.SquaredDistances(centers, labels).sum(ScalarType.Float64).item<double>();
        return new LloydResult(centers.DetachFromDisposeScope(), labels.DetachFromDisposeScope(), inertia, history, steps);
    }
}
