using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Outputs;
using GenerativeCourse.Notebooks.Kernel;
using GenerativeCourse.Notebooks.Runner;
using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Grading.Evaluation;

/// <summary>A kernel in a process of its own that runs cells one after another within limits. What they print is counted and, but for a <see cref="Log"/>, thrown away: only a cell's result comes back.</summary>
public sealed class CellSession : IDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);
    static readonly TimeSpan IdleTime = TimeSpan.FromMilliseconds(60);
    const int MostThreadsLeft = 30;
    static readonly TimeSpan InterruptGrace = TimeSpan.FromSeconds(2);

    readonly WorkerProcess worker;
    readonly SessionLimits limits;
    readonly Lock gate = new();
    long printed;
    string? result;
    OutputLog? log;

    CellSession(WorkerOptions options, SessionLimits limits)
    {
        this.limits = limits;
        worker = WorkerProcess.Start(options with { MessageLimit = limits.Value }, Receive);
    }

    /// <summary>Starts a kernel.</summary>
    /// <exception cref="AssignmentException">Its program cannot be started.</exception>
    public static CellSession Start(WorkerOptions options, SessionLimits limits)
    {
        try
        {
            return new CellSession(options, limits);
        }
        catch (Win32Exception error)
        {
            throw new AssignmentException($"{options.Command.FileName} could not be started: {error.Message}");
        }
    }

    /// <summary>Who is told what cells put out; nobody while it is null.</summary>
    internal OutputLog? Log
    {
        get { lock (gate) return log; }
        set { lock (gate) log = value; }
    }

    /// <summary>Whether the process is gone, and all variables with it.</summary>
    public bool HasEnded => worker.Ended.IsCompleted;

    /// <summary>Runs a cell; what goes wrong in it is in the reply.</summary>
    public async Task<CellReply> Run(string code, CancellationToken cancellation = default)
    {
        lock (gate)
            (printed, result) = (0, null);
        var before = Usage().Processor;
        var clock = Stopwatch.StartNew();
        var reply = worker.ExecuteAsync(new ExecuteRequest(code));
        while (!reply.IsCompleted)
        {
            await Task.WhenAny(reply, Task.Delay(Interval, cancellation)).ConfigureAwait(false);
            if (cancellation.IsCancellationRequested)
                worker.Kill();
            cancellation.ThrowIfCancellationRequested();
            if (reply.IsCompleted)
                break;
            var usage = Usage();
            if (Excess(usage.Memory, usage.Processor - before, clock.Elapsed) is { } excess)
                return await Stop(reply, excess).ConfigureAwait(false);
        }
        var answer = await reply.ConfigureAwait(false);
        lock (gate)
        {
            return answer switch
            {
                null => new CellReply(null, ProcessDeath.Explain(worker.ExitCode, worker.ErrorText)),
                { Status: "ok" } => new CellReply(result, null),
                _ => new CellReply(null, new CellFailure(FailureKind.Error, answer.ErrorName ?? "", answer.ErrorValue ?? "", answer.Traceback)),
            };
        }
    }

    /// <summary>Ends the process and all that it started.</summary>
    public void Dispose() => worker.Dispose();

    /// <summary>Whether code that has ended left something behind that takes from what comes after it: threads, processes, memory, or work that goes on.</summary>
    internal async Task<bool> HasResidue(TreeUsage before)
    {
        var after = Usage();
        if (after.Threads > before.Threads + MostThreadsLeft || after.Processes > before.Processes || after.Memory > limits.Memory / 2)
            return true;
        await Task.Delay(IdleTime).ConfigureAwait(false);
        return Usage().Processor - after.Processor > IdleTime * 0.7;
    }

    /// <summary>What the process uses now.</summary>
    internal TreeUsage Usage() => OperatingSystem.IsLinux() ? ProcessTree.Of(worker.Id) : new TreeUsage(worker.Memory().Resident, TimeSpan.Zero, 1, 1);

    CellFailure? Excess(long memory, TimeSpan processor, TimeSpan clock)
    {
        if (memory > limits.Memory)
            return new(FailureKind.MemoryLimit, string.Create(CultureInfo.InvariantCulture, $"it used more than {limits.Memory / 1e9:0.0#} GB of memory"));
        // One text for both: which of them comes first depends on what else the machine does.
        if (processor > limits.Processor || clock > limits.Clock)
            return new(FailureKind.Timeout, string.Create(CultureInfo.InvariantCulture, $"it did not end in its time, {limits.Processor.TotalSeconds:0.#} s of processor time"));
        lock (gate)
            return printed > limits.Output ? new(FailureKind.OutputLimit, string.Create(CultureInfo.InvariantCulture, $"it printed more than {limits.Output / 1e6:0.#} MB")) : null;
    }

    // The kernel is asked first where that can help: what the cells before have made is then kept.
    async Task<CellReply> Stop(Task<ExecuteReply?> reply, CellFailure excess)
    {
        if (excess.Kind != FailureKind.MemoryLimit)
        {
            worker.Interrupt();
            await Task.WhenAny(reply, Task.Delay(InterruptGrace)).ConfigureAwait(false);
            if (reply.IsCompleted && await reply.ConfigureAwait(false) is not null)
                return new CellReply(null, excess);
        }
        worker.Kill();
        await reply.ConfigureAwait(false);
        return new CellReply(null, excess with { ProcessEnded = true });
    }

    void Receive(string type, JsonObject content)
    {
        lock (gate)
        {
            log?.Add(type, content);
            switch (type)
            {
                case "execute_result": result = Text(content["data"], "text/plain"); break;
                case "stream": printed += Encoding.UTF8.GetByteCount(Text(content, "text") ?? ""); break;
                case "oversized": printed += limits.Output; break;
                default: printed += 1000; break; // What is displayed is not looked at; endless displays are an endless output.
            }
        }
    }

    static string? Text(JsonNode? node, string key) => node is JsonObject owner && owner[key] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
