using System.Diagnostics;
using static TorchSharp.torch;

namespace GenerativeCourse.Benchmarks;

/// <summary>Steps that ran one after another.</summary>
sealed record Turn(double[] Milliseconds, double[] Losses)
{
    /// <summary>Whether processor time of all threads is taken and not wall time: for machines that are not quiet.</summary>
    public static bool ByProcessor { get; set; }

    static TimeSpan Now => ByProcessor ? Environment.CpuUsage.TotalTime : Stopwatch.GetElapsedTime(0);

    /// <summary>Runs ours.</summary>
    public static Turn Of(Func<double> step, int count)
    {
        double[] milliseconds = new double[count], losses = new double[count];
        for (int i = 0; i < count; i++)
        {
            TimeSpan start = Now;
            using (NewDisposeScope())
                losses[i] = step();
            milliseconds[i] = (Now - start).TotalMilliseconds;
        }
        return new(milliseconds, losses);
    }

    public static double Median(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
