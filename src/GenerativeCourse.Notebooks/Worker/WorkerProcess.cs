using System.Diagnostics;
using System.IO.Pipes;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Kernel;

namespace GenerativeCourse.Notebooks.Worker;

/// <summary>The runner's side of a worker: starts it, sends cells, hands on its output, and outlives whatever becomes of it.</summary>
public sealed class WorkerProcess : IDisposable
{
    static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    readonly Process process;
    readonly AnonymousPipeServerStream requests;
    readonly AnonymousPipeServerStream messages;
    readonly Action<string, JsonObject> output;
    readonly Lock delivering = new();
    readonly SemaphoreSlim marks = new(0);
    readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly RecentText errors = new();
    TaskCompletionSource<ExecuteReply?>? reply;

    WorkerProcess(WorkerOptions options, Action<string, JsonObject> output)
    {
        this.output = output;
        var mark = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        requests = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable);
        messages = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        process = new Process { StartInfo = StartInfo(options) };
        process.Start();
        requests.DisposeLocalCopyOfClientHandle();
        messages.DisposeLocalCopyOfClientHandle();
        process.StandardInput.Close();
        Thread[] readers =
        [
            Read("messages", () => ReadMessages(options.MessageLimit)),
            Read("stdout", () => ReadText("stdout", process.StandardOutput.BaseStream, mark)),
            Read("stderr", () => ReadText("stderr", process.StandardError.BaseStream, mark)),
        ];
        Read("exit", () => AwaitExit(readers));
        Send(new WorkerStart(options.WorkingDirectory, options.Libraries, mark).ToMessage());
    }

    /// <summary>Starts a worker; <paramref name="output"/> gets its messages (Jupyter's types, and <c>oversized</c> with a <c>length</c>) one at a time, from any thread.</summary>
    public static WorkerProcess Start(WorkerOptions options, Action<string, JsonObject> output)
    {
        WorkerProcess? worker = null;
        Launcher.Run(() => worker = new WorkerProcess(options, output));
        return worker!;
    }

    /// <summary>Ends when the process has ended, however that came, and all that could be read of its output has been handed on.</summary>
    public Task Ended => ended.Task;

    /// <summary>The exit code once <see cref="Ended"/>: 128 and the signal's number when a signal ended it.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>The first and last kilobytes that the process itself, not the kernel, wrote to standard error since the last cell began.</summary>
    public string ErrorText => errors.ToString();

    /// <summary>Executes a cell: its output comes first, then the reply; null when the process ended instead. One at a time.</summary>
    public Task<ExecuteReply?> ExecuteAsync(ExecuteRequest request)
    {
        var pending = new TaskCompletionSource<ExecuteReply?>(TaskCreationOptions.RunContinuationsAsynchronously);
        errors.Clear();
        reply = pending;
        if (ended.Task.IsCompleted)
            pending.TrySetResult(null);
        else
            Send(new WorkerMessage("execute_request", new JsonObject { ["code"] = request.Code, ["language"] = request.Language, ["cell_id"] = request.CellId }));
        return pending.Task;
    }

    /// <summary>The process's id.</summary>
    internal int Id => process.Id;

    /// <summary>Asks the kernel to stop the cell that runs.</summary>
    public void Interrupt() => Send(new WorkerMessage("interrupt_request", []));

    /// <summary>Ends the process and all that it started, at once.</summary>
    public void Kill() => NativeProcess.KillAll(process);

    /// <summary>Resident memory of the process now and at its peak, in bytes; zeros once it has ended.</summary>
    public (long Resident, long Peak) Memory() => ProcessMemory.Of(process);

    /// <summary>Lets the process end by itself, and ends it when it has not after <paramref name="grace"/>.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        Send(new WorkerMessage("shutdown_request", []));
        await Task.WhenAny(Ended, Task.Delay(grace)).ConfigureAwait(false);
        Kill();
    }

    /// <summary>Ends the process, if it still runs, and all that it started.</summary>
    public void Dispose()
    {
        Kill();
        ended.Task.Wait();
        requests.Dispose();
        messages.Dispose();
        process.Dispose();
    }

    ProcessStartInfo StartInfo(WorkerOptions options)
    {
        string[] pipes = [requests.GetClientHandleAsString(), messages.GetClientHandleAsString()];
        var info = new ProcessStartInfo(options.Command.FileName, [.. options.Command.Arguments, WorkerHost.Argument, .. pipes])
        {
            WorkingDirectory = options.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The pipes that a debugger would use stay in the temporary folder when the process is killed.
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (name, value) in options.Environment)
            info.Environment[name] = value;
        return info;
    }

    static Thread Read(string name, Action read)
    {
        var thread = new Thread(() =>
        {
            try
            {
                read();
            }
            catch (Exception end) when (end is IOException or ObjectDisposedException)
            {
                // The process is gone, or nobody listens any more.
            }
        })
        { IsBackground = true, Name = $"worker {name}" };
        thread.Start();
        return thread;
    }

    void Send(WorkerMessage message)
    {
        try
        {
            lock (requests)
                requests.Write(message.ToLine().Span);
        }
        catch (IOException)
        {
            // The process is gone: Ended says so.
        }
    }

    void Deliver(string type, JsonObject content)
    {
        lock (delivering)
            output(type, content);
    }

    void ReadMessages(int limit)
    {
        var reader = new LineReader(messages, limit);
        while (reader.Read(out var line, out var length))
        {
            if (length > limit)
                Deliver("oversized", new JsonObject { ["length"] = length });
            else
                Receive(line);
        }
    }

    void Receive(ReadOnlySpan<byte> line)
    {
        try
        {
            var message = WorkerMessage.Parse(line);
            if (message.Type == "execute_reply")
                Answer(message.Content);
            else
                Deliver(message.Type, message.Content);
        }
        catch (Exception forged) when (forged is not IOException)
        {
            Kill(); // Something else wrote to the pipe: no answer can be trusted any more.
        }
    }

    void Answer(JsonObject content)
    {
        var answer = new ExecuteReply(
            (string)content["status"]!,
            (int)content["execution_count"]!,
            (string?)content["ename"],
            (string?)content["evalue"],
            [.. content["traceback"]!.AsArray().Select(line => (string)line!)]);
        // Code that closed a stream's descriptor sends no mark any more.
        for (var stream = 0; stream < 2; stream++)
            marks.Wait(DrainTime);
        reply?.TrySetResult(answer);
    }

    void ReadText(string name, Stream stream, string mark) =>
        new MarkedTextReader(
            mark,
            text =>
            {
                if (name == "stderr")
                    errors.Append(text);
                Deliver("stream", new JsonObject { ["name"] = name, ["text"] = text });
            },
            () => marks.Release()).ReadAll(stream);

    void AwaitExit(Thread[] readers)
    {
        process.WaitForExit();
        // What it started may hold its streams open for ever.
        NativeProcess.KillAll(process);
        foreach (var reader in readers)
            reader.Join(DrainTime);
        ended.SetResult();
        reply?.TrySetResult(null);
    }
}
