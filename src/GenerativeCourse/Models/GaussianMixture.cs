using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>
/// A mixture of Gaussians, p(x) = sum_k pi_k N(x; mu_k, Sigma_k), fitted by expectation maximisation (Dempster, Laird and Rubin, 1977) from a k-means
/// start. Parameters are float64. Owns its tensors until <see cref="Dispose"/>.
/// </summary>
public sealed partial class GaussianMixture(int components, Covariance covariance = Covariance.Full) : IDisposable
{
    const string Name = "the Gaussian mixture";
    MixtureParameters? fitted;

    /// <summary>The number of components, K.</summary>
    public int Components { get; } = DataRows.CheckParts(components, Name, "components");

    /// <summary>Which covariances the components have.</summary>
    public Covariance Covariance { get; } = covariance;

    /// <summary>What the starts are drawn with.</summary>
    public long Seed { get; init; }

    /// <summary>How many starts are tried; the one with the largest log-likelihood is kept.</summary>
    public int Restarts { get; init; } = 1;

    /// <summary>The most iterations from one start.</summary>
    public int MaxIterations { get; init; } = 100;

    /// <summary>Iterations end when the mean log-likelihood changes by less than this, in nats.</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>What is added to every variance, so that no component collapses onto a point; in the data's units, squared.</summary>
    public double Regularisation { get; init; } = 1e-6;

    /// <summary>Whether <see cref="Steps"/> keeps the parameters of every iteration.</summary>
    public bool KeepSteps { get; init; }

    /// <summary>The probability of each component, (K).</summary>
    public Tensor Weights => Fitted.Weights;

    /// <summary>The means, (K, D).</summary>
    public Tensor Means => Fitted.Means;

    /// <summary>The covariances: (K, D, D) full, (K, D) diagonal, (D, D) tied.</summary>
    public Tensor Covariances => Fitted.Covariances;

    /// <summary>The mean log-likelihood of the rows fitted to at the beginning of each iteration, in nats; it never falls, but for what <see cref="Regularisation"/> costs.</summary>
    public IReadOnlyList<double> History => Fitted.History;

    /// <summary>The iterations, the first the start itself; empty unless <see cref="KeepSteps"/>.</summary>
    public IReadOnlyList<MixtureStep> Steps => Fitted.Steps;

    /// <summary>Whether the last fit ended by <see cref="Tolerance"/> and not by <see cref="MaxIterations"/>.</summary>
    public bool Converged => Fitted.Converged;

    /// <summary>How many numbers are fitted: those of the means, of the covariances, and K - 1 weights.</summary>
    public long Parameters
    {
        get
        {
            long width = Means.shape[1], triangle = width * (width + 1) / 2;
            long covariances = Covariance switch { Covariance.Full => Components * triangle, Covariance.Diagonal => Components * width, _ => triangle };
            return Components * width + covariances + Components - 1;
        }
    }

    MixtureParameters Fitted => fitted ?? throw new InvalidOperationException("this Gaussian mixture has no parameters yet: call Fit first");

    /// <summary>Fits the mixture to the rows (N, D), from k-means starts.</summary>
    /// <exception cref="ArgumentException">Fewer rows than components, NaN or infinities, or a component that collapses.</exception>
    public GaussianMixture Fit(Tensor x)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        Tensor rows = Rows(x);
        MixtureParameters? best = null;
        for (int attempt = 0; attempt < Math.Max(1, Restarts); attempt++)
        {
            using var clusters = new KMeans(Components) { Seed = unchecked(Seed * 1_000_003 + attempt) }.Fit(rows);
            MixtureParameters result = Run(rows, Hard(rows, clusters));
            (MixtureParameters kept, MixtureParameters? other) = best is null || result.LogLikelihood > best.LogLikelihood ? (result, best) : (best, result);
            other?.Dispose();
            best = kept;
        }
        return Take(best!);
    }

    /// <summary>Fits the mixture to the rows (N, D) from given weights (K), means (K, D) and covariances.</summary>
    /// <exception cref="ArgumentException">As above, or a start of other shapes.</exception>
    public GaussianMixture Fit(Tensor x, Tensor weights, Tensor means, Tensor covariances)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        Tensor rows = Rows(x);
        CheckShapes(rows.shape[1], weights, means, covariances);
        return Take(Run(rows, (weights.to(rows.device), means.to(rows.device), covariances.to(rows.device))));
    }

    /// <summary>A mixture of given weights (K), means (K, D) and covariances, which are copied.</summary>
    /// <exception cref="ArgumentException">The shapes do not belong together, or a covariance is not positive definite.</exception>
    public static GaussianMixture Of(Tensor weights, Tensor means, Tensor covariances, Covariance covariance = Covariance.Full)
    {
        using var quiet = no_grad();
        var mixture = new GaussianMixture((int)means.shape[0], covariance);
        mixture.CheckShapes(means.shape[^1], weights, means, covariances);
        return mixture.Take(MixtureParameters.Of(covariance, (weights, means, covariances), [], [], true));
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        fitted?.Dispose();
        fitted = null;
    }

    GaussianMixture Take(MixtureParameters parameters)
    {
        Dispose();
        fitted = parameters;
        return this;
    }

    Tensor Rows(Tensor x)
    {
        Tensor rows = DataRows.Checked(x, Name);
        DataRows.CheckCount(rows.shape[0], Components, Name, "components");
        return rows;
    }

    void CheckShapes(long width, Tensor weights, Tensor means, Tensor covariances)
    {
        long[] wanted = Covariance switch { Covariance.Full => [Components, width, width], Covariance.Diagonal => [Components, width], _ => [width, width] };
        foreach (var (what, tensor, shape) in new[] { ("weights", weights, new long[] { Components }), ("means", means, [Components, width]), ("covariances", covariances, wanted) })
            if (!tensor.shape.SequenceEqual(shape))
                throw new ArgumentException($"{Name}: the {what} have shape ({string.Join(", ", tensor.shape)}), where ({string.Join(", ", shape)}) belongs");
    }
}
