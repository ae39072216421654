using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>
/// The E-step and the M-step's sums on the CPU, in float64, for covariances with correlations: eight rows at a time, a triangle of products a component,
/// broken off as soon as the component's share of every row is below e^-40 of the largest; rows go only into the sums of components that have a share.
/// </summary>
sealed unsafe class SparseExpectation
{
    const double Negligible = 40;
    const int Lanes = 8;  // doubles in a Vector512

    readonly Tensor x;
    readonly byte* rows;
    readonly bool single;
    readonly int count, width, components, stride;  // stride from one component's matrix to the next, 0 where they share one
    readonly double[] constants, means, inverses;

    internal SparseExpectation(Tensor x, Tensor constants, Tensor means, CovarianceFactor factor)
    {
        this.x = x.contiguous();
        rows = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(this.x.bytes));
        single = x.dtype == ScalarType.Float32;
        (count, width, components) = ((int)x.shape[0], (int)x.shape[1], (int)means.shape[0]);
        stride = factor.Kind == Covariance.Tied ? 0 : width * width;
        (this.constants, this.means) = (constants.data<double>().ToArray(), means.contiguous().data<double>().ToArray());
        inverses = factor.Whitening.transpose(1, 2).contiguous().data<double>().ToArray();  // L^-1, row by row
    }

    /// <summary>Whether it can serve: rows in the processor's memory, correlations, and no more numbers than an array has places.</summary>
    internal static bool Serves(Tensor x, Covariance kind) =>
        kind != Covariance.Diagonal && x.device.type == TorchSharp.DeviceType.CPU && x.numel() * x.element_size() < int.MaxValue;

    /// <summary>Adds all rows to the sums; answers the log-likelihood, summed.</summary>
    internal double Run(MixtureMoments moments)
    {
        Sums[] sums = Pass(null);
        foreach (Sums sum in sums)
            moments.Add(sum.Counts, sum.First, sum.Second);
        return sums.Sum(sum => sum.LogLikelihood);
    }

    /// <summary>log p(x) of each row.</summary>
    internal double[] LogProb()
    {
        double[] logs = new double[count];
        Pass(logs);
        return logs;
    }

    Sums[] Pass(double[]? logs)
    {
        int threads = Math.Min(get_num_threads(), count / Lanes + 1), part = (count + threads - 1) / threads;
        var sums = new Sums[threads];
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread =>
        {
            sums[thread] = new Sums(components, width, logs is null ? stride == 0 ? 1 : components : 0);
            for (int row = thread * part; row < Math.Min(count, (thread + 1) * part); row += Lanes)
                Block(row, Math.Min(Lanes, Math.Min(count, (thread + 1) * part) - row), sums[thread], logs);
        });
        GC.KeepAlive(x);
        return sums;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]  // hot from the first call on
    void Block(int row, int lanes, Sums sums, double[]? logs)
    {
        double* values = sums.Values, differences = sums.Differences, joint = sums.Joint;  // (D, 8), (D, 8), (K, 8)
        for (int lane = 0; lane < Lanes; lane++)
        {
            long place = (long)(row + Math.Min(lane, lanes - 1)) * width;  // a block that is not full repeats its last row
            for (int d = 0; d < width; d++)
                values[d * Lanes + lane] = single ? ((float*)rows)[place + d] : ((double*)rows)[place + d];
        }
        Vector512<double> best = Vector512.Create(double.NegativeInfinity);
        for (int k = 0; k < components; k++)
        {
            Vector512<double> log = LogJoint(k, values, differences, best);
            log.Store(joint + k * Lanes);
            best = Vector512.Max(best, log);
        }
        for (int lane = 0; lane < lanes; lane++)
        {
            double total = 0;
            for (int k = 0; k < components; k++)
                total += Math.Exp(joint[k * Lanes + lane] - best[lane]);
            sums.LogLikelihood += best[lane] + Math.Log(total);
            if (logs is not null)
            {
                logs[row + lane] = best[lane] + Math.Log(total);
                continue;
            }
            for (int k = 0; k < components; k++)
                if (joint[k * Lanes + lane] > best[lane] - Negligible)
                    sums.Add(k, Math.Exp(joint[k * Lanes + lane] - best[lane]) / total, values + lane, ref means[k * width]);
        }
    }

    // log p(k) + log p(x | k) of eight rows; minus infinity once no row's can come near its best.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    Vector512<double> LogJoint(int k, double* values, double* differences, Vector512<double> best)
    {
        Vector512<double> distance = Vector512<double>.Zero, limit = (Vector512.Create(constants[k] + Negligible) - best) * 2;
        fixed (double* inverse = &inverses[k * stride], mean = &means[k * width])
        {
            for (int i = 0; i < width; i++)
            {
                (Vector512.Load(values + i * Lanes) - Vector512.Create(mean[i])).Store(differences + i * Lanes);
                double* line = inverse + (long)i * width;
                Vector512<double> one = Vector512<double>.Zero, two = one, three = one, four = one;
                int j = 0;
                for (; j + 3 <= i; j += 4)
                {
                    one = Vector512.FusedMultiplyAdd(Vector512.Create(line[j]), Vector512.Load(differences + j * Lanes), one);
                    two = Vector512.FusedMultiplyAdd(Vector512.Create(line[j + 1]), Vector512.Load(differences + (j + 1) * Lanes), two);
                    three = Vector512.FusedMultiplyAdd(Vector512.Create(line[j + 2]), Vector512.Load(differences + (j + 2) * Lanes), three);
                    four = Vector512.FusedMultiplyAdd(Vector512.Create(line[j + 3]), Vector512.Load(differences + (j + 3) * Lanes), four);
                }
                for (; j <= i; j++)
                    one = Vector512.FusedMultiplyAdd(Vector512.Create(line[j]), Vector512.Load(differences + j * Lanes), one);
                one = one + two + (three + four);
                distance += one * one;
                if (i % 4 == 3 && Vector512.GreaterThanAll(distance, limit))
                    return Vector512.Create(double.NegativeInfinity);
            }
        }
        return Vector512.Create(constants[k]) - distance * 0.5;
    }

    // One thread's sums and the room that it works in.
    sealed class Sums(int components, int width, int matrices)
    {
        readonly double[] room = GC.AllocateArray<double>((2 * width + components) * Lanes + width, pinned: true);

        internal double[] Counts { get; } = new double[components];
        internal double[] First { get; } = new double[components * width];
        internal double[] Second { get; } = new double[matrices * width * width];  // below the diagonal
        internal double LogLikelihood;
        internal double* Values => (double*)Unsafe.AsPointer(ref room[0]);
        internal double* Differences => Values + width * Lanes;
        internal double* Joint => Differences + width * Lanes;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal void Add(int k, double share, double* values, ref double mean)
        {
            double* difference = Joint + components * Lanes;
            Counts[k] += share;
            for (int d = 0; d < width; d++)
            {
                difference[d] = values[d * Lanes] - Unsafe.Add(ref mean, d);
                First[k * width + d] += share * difference[d];
            }
            fixed (double* second = &Second[matrices == 1 ? 0 : k * width * width])
            {
                for (int i = 0; i < width; i++)
                {
                    double* line = second + (long)i * width;
                    double factor = share * difference[i];
                    int j = 0;
                    for (; j + Lanes <= i + 1; j += Lanes)
                        Vector512.FusedMultiplyAdd(Vector512.Create(factor), Vector512.Load(difference + j), Vector512.Load(line + j)).Store(line + j);
                    for (; j <= i; j++)
                        line[j] += factor * difference[j];
                }
            }
        }
    }
}
