using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>Which cluster each row is in, and each cluster's sum and count, kept up as rows change.</summary>
sealed class ClusterSums
{
    readonly Tensor x;       // (N, D)
    readonly Tensor sums;    // (K, D), float64: rows come and go for many iterations
    readonly Tensor counts;  // (K), float64
    readonly IAssigner assigner;

    internal ClusterSums(Tensor x, long clusters, IAssigner assigner)
    {
        (this.x, this.assigner) = (x.contiguous(), assigner);
        Labels = full([x.shape[0]], -1L, dtype: ScalarType.Int64, device: x.device);
        sums = zeros(clusters, x.shape[1], dtype: ScalarType.Float64, device: x.device);
        counts = zeros(clusters, dtype: ScalarType.Float64, device: x.device);
    }

    /// <summary>The cluster of each row, (N); -1 before the first.</summary>
    internal Tensor Labels { get; }

    /// <summary>Moves the rows whose labels are others now; whether there are any.</summary>
    internal bool Take(Tensor labels)
    {
        using var scope = NewDisposeScope();
        Tensor changed = Labels.ne(labels).nonzero().squeeze(1);  // (M)
        if (x.device.type == TorchSharp.DeviceType.CPU)
            RowSums.Move(x, changed, Labels, labels, sums, counts);
        else
            TakeChunks(changed, labels);
        Labels.copy_(labels);
        return changed.shape[0] > 0;
    }

    void TakeChunks(Tensor changed, Tensor labels)
    {
        bool first = Labels[0].item<long>() < 0;
        foreach (var (start, count) in DataRows.Chunks(changed.shape[0], DataRows.Chunk(x.device, x.shape[1])))
        {
            using var chunk = NewDisposeScope();
            Tensor indices = changed.narrow(0, start, count);
            Tensor rows = first ? x.narrow(0, start, count) : x.index_select(0, indices);
            if (!first)
                Add(rows, Labels.index_select(0, indices), -1);
            Add(rows, labels.index_select(0, indices), 1);
        }
    }

    // A product: atomic sums on a GPU come in another order each time.
    void Add(Tensor rows, Tensor labels, double sign)
    {
        using var scope = NewDisposeScope();
        counts.add_(bincount(labels, minlength: counts.shape[0]).to(ScalarType.Float64), alpha: sign);
        sums.add_(nn.functional.one_hot(labels, counts.shape[0]).to(x.dtype).t().mm(rows), alpha: sign);
    }

    /// <summary>The sum of squared distances to the centres, ||x||^2 - 2 x.c + ||c||^2 summed by cluster.</summary>
    internal double Inertia(Tensor centers, double squares)
    {
        using var scope = NewDisposeScope();
        Tensor exact = centers.to(ScalarType.Float64);
        return Math.Max(0, squares + (exact.pow(2).sum(1) * counts - 2 * (sums * exact).sum(1)).sum().item<double>());
    }

    /// <summary>The means of the clusters, (K, D). An empty one takes the row that is farthest from its centre; where each row is its centre, it stays where it was.</summary>
    internal Tensor Means(Tensor centers)
    {
        FillEmpty(centers);
        Tensor means = (sums / counts.clamp_min(1).unsqueeze(1)).to(x.dtype);
        return where(counts.gt(0).unsqueeze(1), means, centers);
    }

    void FillEmpty(Tensor centers)
    {
        using var scope = NewDisposeScope();
        long[] empty = counts.eq(0).nonzero().squeeze(1).cpu().data<long>().ToArray();
        if (empty.Length == 0)
            return;
        var (distances, rows) = assigner.SquaredDistances(centers, Labels).topk((int)Math.Min(empty.Length, x.shape[0]), dim: 0);
        double[] far = distances.to(ScalarType.Float64).cpu().data<double>().ToArray();
        for (int i = 0; i < far.Length && far[i] > 0; i++)
        {
            using var step = NewDisposeScope();
            Tensor labels = Labels.clone();
            labels.index_fill_(0, rows.narrow(0, i, 1), empty[i]);
            Take(labels);
        }
    }
}
