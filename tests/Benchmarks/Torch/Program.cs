using System.Diagnostics;
using GenerativeCourse.Benchmarks;
using GenerativeCourse.Training;
using static TorchSharp.torch;

// Our steps beside PyTorch's, in turn, in one run. --json FILE writes the rows, --quick takes shorter turns, a name runs that workload alone,
// --processor takes processor time, for machines that are not quiet: with one thread (taskset -c 0) it hardly depends on the load.
// A list of rows is written; what bfloat16 costs in likelihood goes to FILE with ".precision.json" in the place of ".json".
Workload[] workloads = [new VaeWorkload(), new PixelCnnWorkload(), new DcganWorkload(), new AdamWorkload(), new OperatorWorkload()];
if (BenchArguments.Read(args, Console.Error, [.. workloads.Select(workload => workload.Name)], "--quick", "--processor") is not { } asked)
    return 2;
bool quick = asked.Flags.Contains("--quick");
Turn.ByProcessor = asked.Flags.Contains("--processor");
string folder = Directory.CreateTempSubdirectory("torch-bench").FullName;
long start = Stopwatch.GetTimestamp();
try
{
    Console.WriteLine($"ours: {Compute.Description}");
    using TorchPeer tuned = new(asItComes: false), asItComes = new(asItComes: true);
    if (Turn.ByProcessor)
        Console.WriteLine("processor time, not wall time");
    Console.WriteLine($"peer: {tuned.Setting}, {get_num_threads()} threads (equal, fastest); {asItComes.Setting}, {asItComes.Threads} threads (default)");
    var comparison = new Comparison(tuned, asItComes, folder, seconds: quick ? 1.5 : 4);
    List<Row> rows = [];
    foreach (Workload workload in workloads.Where(workload => asked.Wants(workload.Name)))
        foreach (var compare in new Func<Workload, Row>[] { comparison.Equal, comparison.Fastest, comparison.Default })
        {
            rows.Add(compare(workload));
            Console.WriteLine(rows[^1]);
        }
    asked.Write(rows);
    if (asked.Wants("vae"))
    {
        PrecisionCost[] costs = [PrecisionCost.Of(Precision.Float32, quick ? 300 : 2000), PrecisionCost.Of(Precision.BFloat16, quick ? 300 : 2000)];
        Console.WriteLine("what bf16 costs, lecture 6's VAE:");
        foreach (PrecisionCost cost in costs)
            Console.WriteLine($"  {cost}");
        asked.Write(costs, ending: ".precision.json");
    }
    Console.WriteLine(FormattableString.Invariant($"measured in {Stopwatch.GetElapsedTime(start).TotalMinutes:F1} min"));
    return 0;
}
catch (InvalidOperationException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
