using System.IO.Pipes;
using System.Text;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Kernel;

namespace GenerativeCourse.Notebooks.Worker;

/// <summary>The child process that holds one notebook's kernel and answers the runner over two pipes of its own.</summary>
public sealed class WorkerHost
{
    /// <summary>The hidden first argument that makes an executable a worker.</summary>
    public const string Argument = "--kernel-worker";

    readonly PipeOutput output;
    readonly CSharpKernel kernel;
    readonly StandardMarks marks;
    readonly System.Collections.Concurrent.BlockingCollection<ExecuteRequest> requests = [];

    WorkerHost(WorkerStart start, PipeOutput output)
    {
        this.output = output;
        marks = new StandardMarks(start.Mark);
        kernel = new CSharpKernel(start.ToKernelOptions(), output);
        // Not the thread pool's: a cell may have filled that.
        new Thread(Execute) { IsBackground = true, Name = "requests" }.Start();
    }

    /// <summary>Whether an executable's arguments ask for <see cref="Run"/>; ask before anything else is loaded.</summary>
    public static bool IsWorker(string[] args) => args is [Argument, _, _];

    /// <summary>Serves the runner that started this process until it says to stop or goes away; answers the exit code.</summary>
    public static int Run(string[] args)
    {
        NativeProcess.BeginSession();
        using var input = new AnonymousPipeClientStream(PipeDirection.In, args[1]);
        using var outgoing = new AnonymousPipeClientStream(PipeDirection.Out, args[2]);
        NativeProcess.KeepFromChildren(input.SafePipeHandle);
        NativeProcess.KeepFromChildren(outgoing.SafePipeHandle);
        using var reader = new StreamReader(input, Encoding.UTF8, false, 1 << 16);
        if (reader.ReadLine() is { } first)
            new WorkerHost(WorkerStart.From(Parse(first).Content), new PipeOutput(outgoing)).Serve(reader);
        // Also reached when the runner died: nothing that a cell started outlives it.
        NativeProcess.KillOwnSession();
        return 1;
    }

    static WorkerMessage Parse(string line) => WorkerMessage.Parse(Encoding.UTF8.GetBytes(line));

    void Serve(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            var message = Parse(line);
            switch (message.Type)
            {
                case "execute_request": requests.Add(Request(message.Content)); break;
                case "interrupt_request": kernel.Interrupt(); break;
                // Runs the handlers that libraries registered for the end of the process.
                case "shutdown_request": Environment.Exit(0); break;
                default: throw new InvalidDataException($"A worker knows no message '{message.Type}'.");
            }
        }
    }

    void Execute()
    {
        foreach (var request in requests.GetConsumingEnumerable())
        {
            var reply = kernel.Execute(request);
            marks.Write();
            output.Send(new WorkerMessage("execute_reply", Content(reply)));
        }
    }

    static ExecuteRequest Request(JsonObject content) => new((string)content["code"]!)
    {
        Language = (string?)content["language"],
        CellId = (string?)content["cell_id"],
        AllowStdin = false,
    };

    static JsonObject Content(ExecuteReply reply) => new()
    {
        ["status"] = reply.Status,
        ["execution_count"] = reply.ExecutionCount,
        ["ename"] = reply.ErrorName,
        ["evalue"] = reply.ErrorValue,
        ["traceback"] = new JsonArray([.. reply.Traceback.Select(line => (JsonNode)line)]),
    };
}
