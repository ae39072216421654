using System.Diagnostics;
using System.Globalization;
using GenerativeCourse.Benchmarks;
using static TorchSharp.torch;

// The classical models beside scikit-learn: the same data, starts and numbers of iterations, in turn in one run, two threads each, medians of the rounds.
const int Rounds = 5, Threads = 2;
if (BenchArguments.Read(args, Console.Error, ["k-means", "EM", "density"]) is not { } asked)
    return 2;
set_num_threads(Threads);
string folder = Directory.CreateTempSubdirectory("course-bench-").FullName;
try
{
    ClassicalData data = ClassicalData.Write(folder);
    using var peer = new Peer(folder, Threads);
    Console.WriteLine($"{peer.Version}, libtorch {__version__}, {Threads} threads each, medians of {Rounds}");
    List<object> rows = [];
    foreach (Comparison comparison in data.Comparisons().Where(comparison => asked.Wants(comparison.Name)))
    {
        List<(double Seconds, double Processor)> ours = [], peers = [];
        double difference = 0;
        for (int round = 0; round <= Rounds; round++)  // the first warms both
        {
            var (seconds, processor, result) = Measure(comparison.Ours);
            var answer = comparison.PeerTasks.Select(peer.Run).MinBy(answer => answer.Seconds);  // the faster of the types that it takes
            difference = Math.Abs(result / answer.Result - 1);
            if (round == 0)
                continue;
            ours.Add((seconds, processor));
            peers.Add((answer.Seconds, answer.Processor));
        }
        double our = Median(ours.Select(time => time.Seconds)), their = Median(peers.Select(time => time.Seconds));
        double work = Median(ours.Select(time => time.Processor)) / Median(peers.Select(time => time.Processor));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{comparison.Name,-46} {our,8:F3} s {their,8:F3} s   ratio {our / their:F3}   of processor time {work:F3}   results differ by {difference:E1}"));
        rows.Add(new { name = comparison.Name, ours_s = our, peer_s = their, ratio = our / their, processor_ratio = work, relative_difference = difference });
    }
    asked.Write(rows);
    return 0;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

// Wall and processor seconds: on a busy machine the second tells more.
static (double Seconds, double Processor, double Result) Measure(Func<double> task)
{
    using var process = Process.GetCurrentProcess();
    TimeSpan before = process.TotalProcessorTime;
    long start = Stopwatch.GetTimestamp();
    double result = task();
    double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    process.Refresh();
    return (seconds, (process.TotalProcessorTime - before).TotalSeconds, result);
}

static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
