using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Jupyter.Hosting;
using GenerativeCourse.Notebooks.Jupyter.Requests;
using GenerativeCourse.Notebooks.Jupyter.Wire;
using GenerativeCourse.Notebooks.Jupyter.Zmtp;
using GenerativeCourse.Notebooks.Kernel;
using GenerativeCourse.Notebooks.Kernel.CodeServices;
using GenerativeCourse.Notebooks.Runner;
using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Notebooks.Jupyter;

/// <summary>
/// The C# kernel as Jupyter's clients know kernels: this process until one of them ends it. Cells run on a thread of their own; requests are met on another,
/// interrupts and the end on a third, the heartbeat on a fourth, so that nothing that a cell does makes the kernel look dead.
/// </summary>
public sealed class JupyterKernel
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    readonly KernelLog log;
    readonly MessageSigner signer;
    readonly EchoSocket heartbeat;
    readonly Broadcast broadcast;
    readonly RequestChannel shell;
    readonly RequestChannel control;
    readonly RequestChannel stdin;
    readonly NativeOutput? native;
    readonly History history = new();
    readonly InputChannel input;
    readonly CellOutput output;
    readonly TaskCompletionSource<(CSharpKernel Kernel, CellExecution Execution)> engine = new();
    readonly ManualResetEventSlim ended = new();
    int abort;
    bool stopping;

    JupyterKernel(ConnectionFile connection, IReadOnlyDictionary<string, IReadOnlyList<string>> libraries)
    {
        log = new KernelLog();
        signer = new MessageSigner(connection.Key);
        heartbeat = new EchoSocket(connection.Address("hb"), log.Write);
        broadcast = new Broadcast(connection.Address("iopub"), signer, log.Write);
        shell = new RequestChannel("shell", connection.Address("shell"), signer, log.Write) { MeetAtOnce = MeetInterrupt };
        control = new RequestChannel("control", connection.Address("control"), signer, log.Write);
        stdin = new RequestChannel("stdin", connection.Address("stdin"), signer, log.Write);
        // From now on standard error is the cells'.
        native = NativeOutput.Capture(WriteNative, out var standardError);
        log.Target = standardError;
        input = new InputChannel(stdin);
        output = new CellOutput(broadcast, history);
        // Compiling begins to warm up while the client still connects.
        new Thread(() => StartEngine(libraries)) { IsBackground = true, Name = "engine" }.Start();
    }

    (CSharpKernel Kernel, CellExecution Execution) Engine => engine.Task.GetAwaiter().GetResult();

    ICodeServices CodeServices => Engine.Kernel.CodeServices;

    /// <summary>Whether an executable's arguments ask for <see cref="Run"/>; ask before anything else is loaded.</summary>
    public static bool IsKernel(string[] args) => args is ["kernel", "start", _];

    /// <summary>
    /// Serves clients until one of them, a signal or the end of the process that started this one says to stop; answers the exit code: 2, and a line on
    /// standard error, when the connection file does not say where to listen or this machine cannot listen there.
    /// </summary>
    public static int Run(string[] args, IReadOnlyDictionary<string, IReadOnlyList<string>>? libraries = null)
    {
        var file = args[^1];
        try
        {
            return new JupyterKernel(ConnectionFile.Read(file), libraries ?? new Dictionary<string, IReadOnlyList<string>>()).Serve();
        }
        catch (ConnectionFileException mistake)
        {
            return Refuse(mistake.Message);
        }
        catch (SocketException refused)
        {
            return Refuse($"the kernel cannot listen at the address that {file} names: {refused.Message}");
        }
    }

    static int Refuse(string why)
    {
        Console.Error.WriteLine($"course kernel: {why}");
        return 2;
    }

    void StartEngine(IReadOnlyDictionary<string, IReadOnlyList<string>> libraries)
    {
        try
        {
            var kernel = new CSharpKernel(new KernelOptions { Libraries = libraries, ReadInput = input.Ask, WarmUp = true }, output);
            engine.SetResult((kernel, new CellExecution(kernel, output, broadcast, input, history, native)));
        }
        catch (Exception error)
        {
            log.Write($"the kernel cannot start: {error.Message}");
            Environment.Exit(1);
        }
    }

    int Serve()
    {
        NativeProcess.BeginSession();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);
        ParentWatch.Start(ended.Set);
        LastWords.Watch(Die);
        heartbeat.Start();
        broadcast.Start();
        stdin.Start();
        Meet(control, "control", MeetControl);
        Meet(shell, "shell", MeetShell);
        broadcast.Status("starting", default);
        ended.Wait();
        Flush();
        foreach (var socket in new IDisposable[] { shell, control, stdin, broadcast, heartbeat })
            socket.Dispose();
        NativeProcess.EndSession();
        return 0;
    }

    void WriteNative(string stream, string text)
    {
        if (stream == "stderr" && ProcessDeath.IsLastWord(text))
        {
            // The runtime goes on to print the stack: time enough to say what happens.
            Die(ProcessDeath.Explain(0, text));
            log.Write(text);
        }
        Engine.Kernel.WriteStream(stream, text);
    }

    void Die(CellFailure failure)
    {
        if (ended.IsSet || !engine.Task.IsCompletedSuccessfully)
            return;
        log.Write(failure.Message);
        Engine.Execution.Die(failure);
        Flush();
    }

    void Flush()
    {
        broadcast.Flush(Patience);
        shell.Flush(Patience);
        control.Flush(Patience);
    }

    void Interrupt(PosixSignalContext? signal)
    {
        signal?.Cancel = true;
        if (engine.Task.IsCompletedSuccessfully)
            Engine.Kernel.Interrupt();
    }

    void End(PosixSignalContext signal)
    {
        signal.Cancel = true;
        ended.Set();
    }

    void Meet(RequestChannel channel, string name, Action<WireMessage> meet)
    {
        channel.Start();
        new Thread(() =>
        {
            while (true)
                Meet(channel.Take(), meet);
        })
        { IsBackground = true, Name = name }.Start();
    }

    void Meet(WireMessage request, Action<WireMessage> meet)
    {
        broadcast.Status("busy", request.Header);
        try
        {
            meet(request);
        }
        catch (Exception error)
        {
            log.Write($"a {request.Type} failed: {error.Message}");
        }
        broadcast.Status("idle", request.Header);
        if (stopping)
            ended.Set();
    }

    void MeetShell(WireMessage request)
    {
        var given = abort > 0;
        abort = Math.Max(0, abort - 1);
        switch (request.Type)
        {
            case "execute_request" when given: CellExecution.Abort(request, shell); break;
            case "execute_request": abort = Engine.Execution.Run(request, shell); break;
            case "complete_request": shell.Send(request, "complete_reply", CodeRequests.Complete(CodeServices, request.Content)); break;
            case "inspect_request": shell.Send(request, "inspect_reply", CodeRequests.Inspect(CodeServices, request.Content)); break;
            case "is_complete_request": shell.Send(request, "is_complete_reply", CodeRequests.IsComplete(CodeServices, request.Content)); break;
            // Nothing in this kernel answers to a comm: who opens one is told that it is closed again.
            case "comm_open": broadcast.Publish("comm_close", request.Header, new JsonObject { ["comm_id"] = request.Content.Text("comm_id"), ["data"] = new JsonObject() }, mayWait: false); break;
            case "comm_msg" or "comm_close": break;
            default: MeetAnywhere(shell, request); break;
        }
    }

    void MeetControl(WireMessage request)
    {
        if (request.Type == "interrupt_request")
            Interrupt(control, request);
        else
            MeetAnywhere(control, request);
    }

    // VS Code asks on the shell channel, where the cell that is to stop would be waited for.
    bool MeetInterrupt(WireMessage request)
    {
        if (request.Type != "interrupt_request")
            return false;
        Meet(request, _ => Interrupt(shell, request));
        return true;
    }

    void Interrupt(RequestChannel channel, WireMessage request)
    {
        Interrupt(null);
        channel.Send(request, "interrupt_reply", new JsonObject { ["status"] = "ok" });
    }

    void MeetAnywhere(RequestChannel channel, WireMessage request)
    {
        switch (request.Type)
        {
            case "kernel_info_request": channel.Send(request, "kernel_info_reply", KernelInfo.Reply()); break;
            case "history_request": channel.Send(request, "history_reply", history.Reply(request.Content)); break;
            case "comm_info_request": channel.Send(request, "comm_info_reply", new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() }); break;
            case "shutdown_request":
                var reply = new JsonObject { ["status"] = "ok", ["restart"] = request.Content.Flag("restart", false) };
                broadcast.Publish("shutdown_reply", request.Header, reply.DeepClone().AsObject(), mayWait: false);
                channel.Send(request, "shutdown_reply", reply);
                stopping = true;
                break;
            default: log.Write($"a message of the unknown type {request.Type} was dropped"); break;
        }
    }
}
