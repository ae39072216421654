using System.Diagnostics;
using System.Runtime;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Kernel;

/// <summary>
/// The kernel's speed in this process, without a client: time from its start to the first result, a warm trivial cell, a chain of 200 cells, 20,000 writes.
/// Processor time stands beside wall time, for machines that are not quiet.
/// </summary>
static class InProcess
{
    public static async Task Run(string[] args)
    {
        var process = Process.GetCurrentProcess();
        double Processor()
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalMilliseconds;
        }
        var sinceStart = () => (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds;
        var report = Console.Error;
        var output = new Discard();
        using var kernel = new CSharpKernel(new KernelOptions(), output);
        var main = sinceStart();
        await Cell("1 + 1");
        report.WriteLine($"start to first result: {sinceStart():F0} ms (main reached after {main:F0} ms), processor {Processor():F0} ms, {JitInfo.GetCompiledMethodCount()} methods compiled in {JitInfo.GetCompilationTime().TotalMilliseconds:F0} ms");
        var processor = Processor();

        var milliseconds = new List<double>();
        var cells = args.Length > 0 ? int.Parse(args[0]) : 200;
        for (var cell = 1; cell <= cells; cell++)
        {
            var watch = Stopwatch.GetTimestamp();
            await Cell($"var x{cell} = {cell} * 2; Console.WriteLine(x{cell}); x{cell} + {(cell == 1 ? "1" : $"x{cell - 1}")}");
            milliseconds.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }
        report.WriteLine($"chain of {cells}: mean {milliseconds.Average():F2} ms, last 50 {milliseconds.TakeLast(50).Average():F2} ms, processor {(Processor() - processor) / cells:F2} ms a cell, {process.WorkingSet64 >> 20} MB");
        foreach (var tenth in milliseconds.Chunk(20))
            report.Write($"{tenth.Average():F1} ");
        report.WriteLine();

        milliseconds.Clear();
        processor = Processor();
        for (var cell = 0; cell < 100; cell++)
        {
            var watch = Stopwatch.GetTimestamp();
            await Cell("1 + 1");
            milliseconds.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }
        report.WriteLine($"1 + 1, median: {milliseconds.Order().ElementAt(50):F2} ms, processor {(Processor() - processor) / 100:F2} ms a cell");

        var write = Stopwatch.GetTimestamp();
        var before = output.Messages;
        await Cell("for (var i = 0; i < 20_000; i++) Console.WriteLine(i);");
        report.WriteLine($"20,000 writes: {Stopwatch.GetElapsedTime(write).TotalMilliseconds:F0} ms in {output.Messages - before} messages");

        async Task Cell(string code)
        {
            var reply = await kernel.ExecuteAsync(new ExecuteRequest(code));
            if (reply.Status != "ok")
            {
                report.WriteLine(string.Join('\n', reply.Traceback));
                Environment.Exit(1);
            }
        }
    }

    sealed class Discard : IKernelOutput
    {
        public int Messages { get; private set; }

        public void Publish(string messageType, JsonObject content) => Messages++;
    }
}
