using TorchSharp;
using static TorchSharp.torch;

namespace GenerativeCourse.Evaluation;

/// <summary>
/// The importance-weighted bound on log p(x): log of the mean of p(x, z) / q(z | x) over k draws of z from q. On average it never lies above log p(x), it rises with k,
/// and k = 1 is the ELBO (Burda, Grosse and Salakhutdinov, 2016).
/// </summary>
public sealed class ImportanceWeightedBound
{
    readonly double[] values;

    ImportanceWeightedBound(double[] values, int draws) => (this.values, Draws) = (values, draws);

    /// <summary>Draws of z an example: k.</summary>
    public int Draws { get; }

    /// <summary>The bound of each example, nats.</summary>
    public IReadOnlyList<double> Values => values;

    /// <summary>The mean bound, nats.</summary>
    public double Mean => values.Average();

    /// <summary>The standard error of <see cref="Mean"/>: the spread over examples, which holds that of the draws too. NaN for a single example.</summary>
    public double StandardError
    {
        get
        {
            double mean = Mean;
            return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);
        }
    }

    /// <summary>Computes the bound of every example without gradients.</summary>
    /// <param name="examples">(N, ...).</param>
    /// <param name="logWeights">log p(x, z) - log q(z | x), nats, of so many draws a row: (B, ...) and a number of draws to (draws, B).</param>
    /// <param name="draws">k.</param>
    /// <param name="rows">Rows times draws that are computed at a time: memory against speed.</param>
    /// <param name="token">Stops between two chunks.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one draw or row.</exception>
    /// <exception cref="ArgumentException">The weights have another shape than (draws, B), or one of them is NaN or plus infinity.</exception>
    public static ImportanceWeightedBound Of(Tensor examples, Func<Tensor, int, Tensor> logWeights, int draws, int rows = 1000, CancellationToken token = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        using IDisposable off = no_grad();
        int drawsAtOnce = Math.Min(draws, rows);
        long examplesAtOnce = Math.Max(1, rows / drawsAtOnce), count = examples.shape[0];
        var values = new double[count];
        for (long start = 0; start < count; start += examplesAtOnce)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor batch = examples.narrow(0, start, Math.Min(examplesAtOnce, count - start)); // (B, ...)
            LogSum sum = new(batch.shape[0]);
            for (int done = 0; done < draws; done += drawsAtOnce)
            {
                token.ThrowIfCancellationRequested();
                int now = Math.Min(drawsAtOnce, draws - done);
                using DisposeScope chunk = NewDisposeScope();
                sum.Add(Checked(logWeights(batch, now), now, batch.shape[0]));
            }
            sum.Mean(draws).CopyTo(values, start);
        }
        return new ImportanceWeightedBound(values, draws);
    }

    static double[] Checked(Tensor weights, long draws, long examples)
    {
        if (!weights.shape.SequenceEqual([draws, examples]))
            throw new ArgumentException($"the log-weights of {draws} draws of {examples} examples are [{string.Join(", ", weights.shape)}]: give ({draws}, {examples})");
        // In float64: the largest of a thousand terms near -80 decides, and the rest must not be lost.
        double[] sums = weights.to(float64).logsumexp(0).cpu().data<double>().ToArray(); // (B)
        return Array.Exists(sums, sum => double.IsNaN(sum) || double.IsPositiveInfinity(sum))
            ? throw new ArgumentException("a log-weight is NaN or infinite: look at the posterior's deviations") : sums;
    }

    // A running log of a sum of exponentials.
    sealed class LogSum(long count)
    {
        readonly double[] sums = [.. Enumerable.Repeat(double.NegativeInfinity, (int)count)];

        public void Add(double[] more)
        {
            for (int i = 0; i < sums.Length; i++)
            {
                double high = Math.Max(sums[i], more[i]), low = Math.Min(sums[i], more[i]);
                sums[i] = double.IsNegativeInfinity(low) ? high : high + Math.Log(1 + Math.Exp(low - high));
            }
        }

        public double[] Mean(int draws) => Array.ConvertAll(sums, sum => sum - Math.Log(draws));
    }
}
