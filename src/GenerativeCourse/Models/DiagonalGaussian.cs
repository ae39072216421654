using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>Independent normals, by their means and the logarithms of their deviations, of one shape (B, ...).</summary>
public readonly record struct DiagonalGaussian(Tensor Mean, Tensor LogDeviation)
{
    const double Limit = 4;

    /// <summary>From a network's output (B, 2C, ...): means and log-deviations, in float32; the latter kept within +-4 softly, so that no batch's divergence explodes.</summary>
    public static DiagonalGaussian From(Tensor parameters)
    {
        Tensor[] halves = parameters.to(float32).chunk(2, dim: 1); // 2 x (B, C, ...)
        return new(halves[0], Limit * (halves[1] / Limit).tanh());
    }

    /// <summary>From a network's output (B, 2C, ...) that counts from a prior: its means in deviations of the prior's, its deviations as multiples of them (Vahdat and Kautz, NVAE, 2020). KL no longer hangs on how narrow the prior is.</summary>
    public static DiagonalGaussian Around(DiagonalGaussian prior, Tensor parameters)
    {
        DiagonalGaussian offset = From(parameters);
        return new(prior.Mean + prior.LogDeviation.exp() * offset.Mean, prior.LogDeviation + offset.LogDeviation);
    }

    /// <summary>N(0, I) of the same shape.</summary>
    public DiagonalGaussian Standard() => new(zeros_like(Mean), zeros_like(Mean));

    /// <summary>So many copies of each row, copy after copy: (copies B, ...).</summary>
    public DiagonalGaussian Repeat(long copies)
    {
        long[] times = [copies, .. Enumerable.Repeat(1L, (int)Mean.dim() - 1)];
        return new(Mean.repeat(times), LogDeviation.repeat(times));
    }

    /// <summary>A draw as a function of noise that knows nothing of the parameters: (B, ...); a temperature below 1 draws nearer to the mean.</summary>
    public Tensor Draw(double temperature = 1) => Mean + temperature * LogDeviation.exp() * randn_like(Mean);

    /// <summary>KL(this || prior), nats: (B).</summary>
    public Tensor KlTo(DiagonalGaussian prior)
    {
        Tensor variances = (2 * (LogDeviation - prior.LogDeviation)).exp(); // (B, ...), of this over the prior's
        Tensor shift = (Mean - prior.Mean) * (-prior.LogDeviation).exp();
        return (0.5 * (variances + shift * shift - 1) - LogDeviation + prior.LogDeviation).flatten(1).sum(1);
    }

    /// <summary>log N(z), nats: (B, ...) to (B).</summary>
    public Tensor LogProb(Tensor z)
    {
        Tensor standard = (z - Mean) * (-LogDeviation).exp();
        return (-0.5 * standard * standard - LogDeviation - 0.5 * Math.Log(2 * Math.PI)).flatten(1).sum(1);
    }
}
