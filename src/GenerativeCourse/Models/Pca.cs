using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>
/// Principal components: the orthogonal directions along which rows vary most (Pearson, 1901; Hotelling, 1933). Owns its tensors until <see cref="Dispose"/>.
/// </summary>
/// <param name="components">How many directions are kept, C.</param>
/// <param name="whiten">Whether codes are divided by their deviations, so that each has variance 1.</param>
public sealed class Pca(int components, bool whiten = false) : IDisposable
{
    const string Name = "PCA";
    readonly int count = DataRows.CheckParts(components, Name, "components");
    Tensor? mean, directions, variance;

    /// <summary>The mean of the rows fitted to, (D).</summary>
    public Tensor Mean => mean ?? throw NotFitted();

    /// <summary>The directions, (C, D), of length 1, the one of most variance first; the largest entry of each is positive.</summary>
    public Tensor Components => directions ?? throw NotFitted();

    /// <summary>The variance along each direction, (C), over N - 1.</summary>
    public Tensor ExplainedVariance => variance ?? throw NotFitted();

    /// <summary>The part of the whole variance along each direction, (C).</summary>
    public Tensor ExplainedVarianceRatio => ExplainedVariance / TotalVariance;

    /// <summary>The variance of all columns together.</summary>
    public double TotalVariance { get; private set; }

    /// <summary>The mean variance of the directions that were not kept: sigma^2 of probabilistic PCA (Tipping and Bishop, 1999); 0 where all were.</summary>
    public double NoiseVariance { get; private set; }

    /// <summary>Finds the directions of the rows (N, D).</summary>
    /// <exception cref="ArgumentException">NaN or infinities, fewer than two rows, or more components than columns or rows.</exception>
    public Pca Fit(Tensor x)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        Tensor rows = DataRows.Checked(x, Name);
        var (n, width) = (rows.shape[0], rows.shape[1]);
        if (n < 2 || count > Math.Min(n, width))
            throw new ArgumentException($"{Name}: {count} components of {n} rows of {width} columns: there are at most {(n < 2 ? 0 : Math.Min(n, width))}");
        Tensor center = rows.mean([0L]);
        var (values, vectors) = linalg.eigh(Scatter(rows, center) / (n - 1));  // rising
        Tensor found = vectors.flip(1).t()[..count];                           // (C, D)
        Tensor largest = found.gather(1, found.abs().argmax(1, keepdim: true)).sign();
        Tensor kept = values.flip(0)[..count].clamp_min(0);
        TotalVariance = values.sum().item<double>();
        NoiseVariance = width > count ? Math.Max(0, TotalVariance - kept.sum().item<double>()) / (width - count) : 0;
        Dispose();
        (mean, directions, variance) = (center.DetachFromDisposeScope(), (found * largest).to(rows.dtype).DetachFromDisposeScope(), kept.to(rows.dtype).DetachFromDisposeScope());
        return this;
    }

    /// <summary>The codes of rows (N, D): their places along the directions, (N, C).</summary>
    public Tensor Transform(Tensor x)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        Tensor rows = DataRows.Checked(x, Name, Mean.shape[0]).to(Mean.dtype);
        Tensor codes = addmm(Components.mv(Mean).neg(), rows, Components.t(), 1, 1);
        return (whiten ? codes.div_(Deviations()) : codes).MoveToOuterDisposeScope();
    }

    /// <summary>The rows (N, D) that codes (N, C) stand for.</summary>
    public Tensor InverseTransform(Tensor codes)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        Tensor places = DataRows.Checked(codes, Name, count).to(Mean.dtype);
        return addmm(Mean, whiten ? places * Deviations() : places, Components, 1, 1).MoveToOuterDisposeScope();
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        mean?.Dispose();
        directions?.Dispose();
        variance?.Dispose();
        (mean, directions, variance) = (null, null, null);
    }

    // A direction of no variance has codes of 0, which stay 0.
    Tensor Deviations() => ExplainedVariance.sqrt().clamp_min(1e-12);

    // Products in the rows' type, chunk by chunk, summed in float64.
    static Tensor Scatter(Tensor rows, Tensor center)
    {
        Tensor sum = zeros(rows.shape[1], rows.shape[1], dtype: ScalarType.Float64, device: rows.device);
        foreach (var (start, count) in DataRows.Chunks(rows.shape[0], DataRows.Chunk(rows.device, rows.shape[1] / 4, least: 4096)))
        {
            using var chunk = NewDisposeScope();
            Tensor part = rows.narrow(0, start, count) - center;
            sum.add_(part.t().mm(part));
        }
        return sum;
    }

    static InvalidOperationException NotFitted() => new("this PCA has no directions yet: call Fit first");
}
