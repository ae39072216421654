using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>log sum_n exp(-||x - x_n||^2 / 2h^2) for many x, chunk by chunk: one product makes the exponents, and the largest is looked for only where all underflow.</summary>
sealed class KernelSums
{
    const double MostSquared = 1e4;

    readonly Tensor offset;   // (1, D)
    readonly Tensor columns;  // (D + 2, N): x_n / h, -||x_n||^2 / 2h^2, 1
    readonly double bandwidth;
    readonly ScalarType work;

    internal KernelSums(Tensor rows, double bandwidth)
    {
        this.bandwidth = bandwidth;
        offset = rows.to(ScalarType.Float64).mean([0L], keepdim: true);
        Tensor scaled = Scaled(rows);
        // The products' squares cancel: in float32 an exponent is wrong by 1e-7 of the largest.
        work = rows.dtype == ScalarType.Float32 && scaled.pow(2).sum(1).max().item<double>() < MostSquared ? ScalarType.Float32 : ScalarType.Float64;
        columns = cat([scaled, Half(scaled), ones_like(Half(scaled))], 1).to(work).t().contiguous();
    }

    Tensor Scaled(Tensor rows) => (rows.to(ScalarType.Float64) - offset) / bandwidth;

    static Tensor Half(Tensor scaled) => scaled.pow(2).sum(1, keepdim: true) * -0.5;

    internal Tensor LogSums(Tensor x)
    {
        List<Tensor> sums = [];
        foreach (var (start, count) in DataRows.Chunks(x.shape[0], DataRows.Chunk(x.device, columns.shape[1], least: 64)))
        {
            using var chunk = NewDisposeScope();
            Tensor scaled = Scaled(x.narrow(0, start, count));
            Tensor rows = cat([scaled, ones_like(Half(scaled)), Half(scaled)], 1).to(work);
            Tensor sum = rows.mm(columns).exp_().sum(1);  // exponents are at most 0: nothing overflows
            Tensor logs = sum.to(ScalarType.Float64).log();
            Tensor far = sum.lt(1e-30).nonzero().squeeze(1);
            if (far.shape[0] > 0)
                logs.index_copy_(0, far, Far(scaled.index_select(0, far)));
            sums.Add(logs.MoveToOuterDisposeScope());
        }
        return cat(sums);
    }

    // Rows so far from all others that every term underflows: in float64, the largest exponent taken out.
    Tensor Far(Tensor scaled)
    {
        Tensor kernels = columns.narrow(0, 0, scaled.shape[1]).t().to(ScalarType.Float64);  // (N, D)
        return (cdist(scaled, kernels).pow(2) * -0.5).logsumexp(1);
    }
}
