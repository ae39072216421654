using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Kernel.Execution;
using GenerativeCourse.Notebooks.Kernel.Output;
using GenerativeCourse.Notebooks.Kernel.Scripting;
using Microsoft.DotNet.Interactive.Formatting;

namespace GenerativeCourse.Notebooks.Kernel;

/// <summary>
/// A C# notebook kernel without a transport: executes cells one after another in this process and publishes Jupyter's messages.
/// Console, working directory and formatters belong to the process, so it holds one kernel at a time.
/// </summary>
public sealed class CSharpKernel : IDisposable
{
    readonly KernelThread thread = new();
    readonly OutputGate output;
    readonly ConsoleCapture console;
    readonly ScriptSession session = new();
    int executionCount;

    /// <summary>Starts a kernel; <see cref="Console"/> is its own until it is disposed.</summary>
    public CSharpKernel(KernelOptions options, IKernelOutput output)
    {
        Environment.CurrentDirectory = options.WorkingDirectory;
        this.output = new OutputGate(output);
        console = new ConsoleCapture(this.output);
    }

    /// <summary>Executes a cell after those asked for earlier; all its output has been published when the task ends. Never throws for what a cell does.</summary>
    public Task<ExecuteReply> ExecuteAsync(ExecuteRequest request, CancellationToken cancellation = default) => thread.Run(() => Execute(request, cancellation));

    /// <summary>Stops the cell that runs, keeping the state before it; nothing happens when none does. Returns at once.</summary>
    public void Interrupt() => thread.Interrupt();

    /// <summary>Stops what runs and gives the console back.</summary>
    public void Dispose()
    {
        thread.Dispose();
        console.Dispose();
        output.Dispose();
    }

    ExecuteReply Execute(ExecuteRequest request, CancellationToken cancellation)
    {
        if (request is { StoreHistory: true, Silent: false })
            executionCount++;
        try
        {
            var submission = session.Compile(request.Code, $"Cell[{request.CellNumber ?? executionCount}]", cancellation);
            Task<object?>? running = null;
            thread.RunInterruptibly(() => running = session.Start(submission), cancellation);
            if (!request.Silent && submission.HasResult(running!.Result))
            {
                var data = new JsonObject { ["text/plain"] = running.Result.ToDisplayString("text/plain") };
                output.Publish("execute_result", new JsonObject { ["execution_count"] = executionCount, ["data"] = data, ["metadata"] = new JsonObject() });
            }
            output.Flush();
            return new ExecuteReply("ok", executionCount, null, null, []);
        }
        catch (Exception exception)
        {
            return Fail(exception);
        }
    }

    ExecuteReply Fail(Exception exception)
    {
        var name = exception switch { CompilationException => "CompilationError", OperationCanceledException => "Interrupted", _ => exception.GetType().Name };
        string[] traceback = [.. $"{name}: {exception.Message}\n{exception.StackTrace}".Split('\n')];
        output.Publish("error", new JsonObject { ["ename"] = name, ["evalue"] = exception.Message, ["traceback"] = new JsonArray([.. traceback.Select(line => (JsonNode)line)]) });
        return new ExecuteReply("error", executionCount, name, exception.Message, traceback);
    }
}
