using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>
/// k-means: centres that make the sum of squared distances of the points to their nearest centre small. Lloyd's iterations (1957, printed 1982) from a
/// k-means++ start (Arthur and Vassilvitskii, 2007). Owns its tensors until <see cref="Dispose"/>.
/// </summary>
public sealed class KMeans(int clusters) : IDisposable
{
    const string Name = "k-means";
    LloydResult? fitted;

    /// <summary>The number of clusters, K.</summary>
    public int Clusters { get; } = DataRows.CheckParts(clusters, Name, "clusters");

    /// <summary>What the starts are drawn with.</summary>
    public long Seed { get; init; }

    /// <summary>How many starts are tried; the one with the smallest inertia is kept.</summary>
    public int Restarts { get; init; } = 1;

    /// <summary>The most iterations from one start.</summary>
    public int MaxIterations { get; init; } = 300;

    /// <summary>Iterations end when the centres' squared moves sum to less than this part of the columns' mean variance, or when no point changes its cluster.</summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>Whether <see cref="Steps"/> keeps centres and labels of every iteration.</summary>
    public bool KeepSteps { get; init; }

    /// <summary>The centres, (K, D), on the data's device.</summary>
    public Tensor Centers => Fitted.Centers;

    /// <summary>The cluster of each row fitted to: int64, (N).</summary>
    public Tensor Labels => Fitted.Labels;

    /// <summary>The sum of the squared distances of the rows fitted to, each to its centre.</summary>
    public double Inertia => Fitted.Inertia;

    /// <summary>The inertia at the beginning of each iteration; it never rises but where an empty cluster is moved.</summary>
    public IReadOnlyList<double> History => Fitted.History;

    /// <summary>The iterations, the first the start itself; empty unless <see cref="KeepSteps"/>.</summary>
    public IReadOnlyList<KMeansStep> Steps => Fitted.Steps;

    /// <summary>How many times the centres moved.</summary>
    public int Iterations => Fitted.History.Count;

    LloydResult Fitted => fitted ?? throw new InvalidOperationException("this k-means has no centres yet: call Fit first");

    /// <summary>Fits the centres to the rows (N, D), from given centres (K, D) or from <see cref="Restarts"/> k-means++ starts.</summary>
    /// <exception cref="ArgumentException">Fewer rows than clusters, NaN or infinities, or a start of another shape.</exception>
    public KMeans Fit(Tensor x, Tensor? start = null)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        Tensor rows = DataRows.Checked(x, Name, missing: true), squares = DataRows.SquaredNorms(rows, Name);
        DataRows.CheckCount(rows.shape[0], Clusters, Name, "clusters");
        if (start is not null && !start.shape.SequenceEqual([Clusters, rows.shape[1]]))
            throw new ArgumentException($"{Name}: the start has shape ({string.Join(", ", start.shape)}), and {Clusters} centres of {rows.shape[1]} columns were asked for");
        var lloyd = new Lloyd(rows, squares, MaxIterations, Tolerance, KeepSteps);
        LloydResult? best = null;
        for (int attempt = 0; attempt < (start is null ? Math.Max(1, Restarts) : 1); attempt++)
        {
            LloydResult result = lloyd.Run(start ?? Seeds(rows, Clusters, unchecked(Seed * 1_000_003 + attempt)));
            (LloydResult kept, LloydResult? other) = best is null || result.Inertia < best.Inertia ? (result, best) : (best, result);
            other?.Dispose();
            best = kept;
        }
        Dispose();
        fitted = best;
        return this;
    }

    /// <summary>The nearest centre of each row (N, D): int64, (N).</summary>
    public Tensor Predict(Tensor x)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        Tensor rows = DataRows.Checked(x, Name, Centers.shape[1], missing: true);
        return Assigners.For(rows, Clusters, DataRows.SquaredNorms(rows, Name)).Assign(Centers.to(rows)).MoveToOuterDisposeScope();
    }

    /// <summary>The distance of each row (N, D) to each centre: (N, K).</summary>
    public Tensor Transform(Tensor x)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        Tensor rows = DataRows.Checked(x, Name, Centers.shape[1]);
        return cdist(rows, Centers.to(rows)).MoveToOuterDisposeScope();
    }

    /// <summary>A k-means++ start: rows drawn in proportion to their squared distance from those drawn before, (K, D); of a few candidates at each draw the one that lowers the inertia most.</summary>
    public static Tensor Seeds(Tensor x, int clusters, long seed)
    {
        using var scope = NewDisposeScope();
        Tensor rows = DataRows.Checked(x, Name);
        DataRows.CheckCount(rows.shape[0], clusters, Name, "clusters");
        return new PlusPlus(rows, seed).Draw(clusters).MoveToOuterDisposeScope();
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        fitted?.Dispose();
        fitted = null;
    }
}
