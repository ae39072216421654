using System.Diagnostics;
using System.Globalization;
using GenerativeCourse.Notebooks.Kernel;
using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Notebooks.Runner;

/// <summary>Watches over one cell: its time, its output, its process's memory and its process's life.</summary>
sealed class CellSupervisor(WorkerProcess worker, OutputCollector collector, RunOptions options)
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>The highest resident memory seen, in bytes.</summary>
    public long PeakMemory { get; private set; }

    /// <summary>Executes a cell; answers its failure, if any, and the kernel's reply, if one came.</summary>
    public async Task<(ExecuteReply? Reply, CellFailure? Failure)> Run(
        ExecuteRequest request, Action<TimeSpan, long> running, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var reply = worker.ExecuteAsync(request);
        while (!reply.IsCompleted)
        {
            await Task.WhenAny(reply, Task.Delay(Interval, cancellation)).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            if (reply.IsCompleted)
                break;
            var memory = Memory();
            running(clock.Elapsed, memory);
            if (memory > options.MemoryLimit)
                return (null, await Kill(reply, MemoryFailure(memory)).ConfigureAwait(false));
            if (clock.Elapsed > options.CellTimeout)
                return await Stop(reply, new(FailureKind.Timeout, $"The cell ran longer than {Seconds(options.CellTimeout.Value)} and was stopped.")).ConfigureAwait(false);
            if (collector.Flooded)
                return await Stop(reply, FloodFailure).ConfigureAwait(false);
        }
        Memory();
        var answer = await reply.ConfigureAwait(false);
        return (answer, answer switch
        {
            null => ProcessDeath.Explain(worker.ExitCode, worker.ErrorText),
            _ when collector.Flooded => FloodFailure,
            { Status: "ok" } => null,
            _ => new CellFailure(FailureKind.Error, answer.ErrorName ?? "", answer.ErrorValue ?? "", answer.Traceback),
        });
    }

    // The kernel is asked first: what the cells before have made is then kept.
    async Task<(ExecuteReply?, CellFailure)> Stop(Task<ExecuteReply?> reply, CellFailure failure)
    {
        worker.Interrupt();
        await Task.WhenAny(reply, Task.Delay(options.InterruptGrace)).ConfigureAwait(false);
        return reply.IsCompleted && await reply.ConfigureAwait(false) is { } answer
            ? (answer, failure)
            : (null, await Kill(reply, failure).ConfigureAwait(false));
    }

    async Task<CellFailure> Kill(Task<ExecuteReply?> reply, CellFailure failure)
    {
        worker.Kill();
        await reply.ConfigureAwait(false);
        return failure with { ProcessEnded = true };
    }

    long Memory()
    {
        var (resident, peak) = worker.Memory();
        PeakMemory = Math.Max(PeakMemory, peak);
        return resident;
    }

    CellFailure FloodFailure => new(FailureKind.OutputLimit, string.Create(CultureInfo.InvariantCulture,
        $"The cell wrote more than {(options.Output.Kept + options.Output.Dropped) / 1e6:0.#} MB of output and was stopped."));

    CellFailure MemoryFailure(long memory) => new(FailureKind.MemoryLimit,
        $"The process used {Gibibytes(memory)} of memory, more than its limit of {Gibibytes(options.MemoryLimit!.Value)}, and was ended.");

    static string Gibibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 30):0.00} GiB");

    static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
