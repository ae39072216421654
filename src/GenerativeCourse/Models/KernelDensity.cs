using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>
/// A kernel density: the mean of a Gaussian of one width around each row fitted to (Rosenblatt, 1956; Parzen, 1962),
/// p(x) = 1/N sum_n N(x; x_n, h^2 I). Owns its tensors until <see cref="Dispose"/>.
/// </summary>
/// <param name="bandwidth">The width h, in the data's units; without one, <see cref="Fit"/> chooses it by the likelihood of held-out rows.</param>
public sealed class KernelDensity(double? bandwidth = null) : IDisposable
{
    const string Name = "the kernel density";
    const int Folds = 5;

    readonly double? given = bandwidth is null or (> 0 and < double.PositiveInfinity) ? bandwidth
        : throw new ArgumentOutOfRangeException(nameof(bandwidth), $"a bandwidth of {bandwidth} is no width: give a positive number, or none to have it chosen");
    double chosen;
    Tensor? rows;

    /// <summary>The seed of the folds that the bandwidth is chosen by.</summary>
    public long Seed { get; init; }

    /// <summary>The width of the kernels, h.</summary>
    public double Bandwidth => rows is null ? given ?? throw NotFitted() : chosen;

    Tensor Rows => rows ?? throw NotFitted();

    /// <summary>Keeps the rows (N, D), and chooses the bandwidth where none was given.</summary>
    /// <exception cref="ArgumentException">NaN or infinities, or a bandwidth to choose for one row or for rows that are all the same.</exception>
    public KernelDensity Fit(Tensor x)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        Tensor taken = DataRows.Checked(x, Name);
        chosen = given ?? Choose(taken, Seed);
        Dispose();
        rows = taken.clone().DetachFromDisposeScope();
        return this;
    }

    /// <summary>log p(x) of each row (N, D), in nats: float64, (N).</summary>
    public Tensor LogProb(Tensor x)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        Tensor asked = DataRows.Checked(x, Name, Rows.shape[1]);
        Tensor sums = new KernelSums(Rows, chosen).LogSums(asked);
        return (sums - Math.Log(Rows.shape[0]) - Rows.shape[1] * Math.Log(chosen * Math.Sqrt(2 * Math.PI))).MoveToOuterDisposeScope();
    }

    /// <summary>The mean of log p(x) over the rows (N, D), in nats.</summary>
    public double Score(Tensor x) => LogLikelihood.Mean(LogProb(x));

    /// <summary>New rows, (count, D): each a row fitted to with noise of the bandwidth; the same for the same seed.</summary>
    public Tensor Sample(long count, long seed)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        using var generator = new Generator(unchecked((ulong)seed));
        Tensor picked = randint(Rows.shape[0], [count], dtype: ScalarType.Int64, generator: generator).to(Rows.device);
        Tensor noise = randn([count, Rows.shape[1]], dtype: Rows.dtype, generator: generator).to(Rows.device);
        return Rows.index_select(0, picked).add_(noise.mul_(chosen)).MoveToOuterDisposeScope();
    }

    /// <summary>Of the candidates the bandwidth under which each fifth of the rows is likeliest given the others.</summary>
    public static double SelectBandwidth(Tensor x, IReadOnlyList<double> candidates, long seed = 0)
    {
        using var scope = NewDisposeScope();
        Tensor data = DataRows.Checked(x, Name);
        if (data.shape[0] < 2 || candidates.Count == 0)
            throw new ArgumentException($"{Name}: a bandwidth is chosen by held-out rows, from {data.shape[0]} rows and {candidates.Count} candidates: give two or more rows and a candidate");
        return candidates.MaxBy(Score(data, seed));
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        rows?.Dispose();
        rows = null;
    }

    // Twenty-one candidates around Silverman's rule (1986), a factor of ten to either side, find the hill; golden sections of
    // the logarithm its top, to 1%: in many columns a width that is off by a tenth costs whole nats.
    static double Choose(Tensor x, long seed)
    {
        double spread = x.std(0, unbiased: false).mean().to(ScalarType.Float64).item<double>(), width = x.shape[1], step = Math.Pow(10, 0.1);
        if (!(spread > 0))
            throw new ArgumentException($"{Name}: all rows are the same, which no bandwidth fits best: give a bandwidth");
        double rule = spread * Math.Pow(4 / ((width + 2) * x.shape[0]), 1 / (width + 4));
        double near = SelectBandwidth(x, [.. Enumerable.Range(-10, 21).Select(i => rule * Math.Pow(step, i))], seed);
        var score = Score(x, seed);
        return Math.Exp(GoldenSection.Maximum(log => score(Math.Exp(log)), Math.Log(near / step), Math.Log(near * step), 0.01));
    }

    // The log-likelihood of each fifth of the rows under a density of the others, for a bandwidth.
    static Func<double, double> Score(Tensor data, long seed)
    {
        using var generator = new Generator(unchecked((ulong)seed));
        Tensor[] folds = randperm(data.shape[0], generator: generator).to(data.device).chunk(Math.Min(Folds, data.shape[0]));
        return width => folds.Sum(fold => HeldOut(fold, width));

        double HeldOut(Tensor fold, double width)
        {
            using var step = NewDisposeScope();
            Tensor others = cat([.. folds.Where(other => !ReferenceEquals(other, fold))]);
            using KernelDensity density = new KernelDensity(width).Fit(data.index_select(0, others));
            return density.LogProb(data.index_select(0, fold)).sum().item<double>();
        }
    }

    static InvalidOperationException NotFitted() => new("this kernel density has no rows yet: call Fit first");
}
