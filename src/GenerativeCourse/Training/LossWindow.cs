using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>Gathers losses on their device and reads them back together: a read makes the CPU wait for a GPU.</summary>
sealed class LossWindow(int length)
{
    readonly List<Tensor> pending = [];

    /// <summary>Steps from one read to the next.</summary>
    internal int Length => length;

    internal void Add(Tensor loss) => pending.Add(loss.detach().DetachFromDisposeScope());

    /// <summary>The losses since the last read, in order.</summary>
    internal double[] Take()
    {
        if (pending.Count == 0)
            return [];
        using var scope = NewDisposeScope();
        double[] losses = stack(pending).to(float64, CPU).data<double>().ToArray();
        foreach (Tensor loss in pending)
            loss.Dispose();
        pending.Clear();
        return losses;
    }
}
