using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Jupyter.Hosting;
using GenerativeCourse.Notebooks.Jupyter.Wire;
using GenerativeCourse.Notebooks.Kernel;
using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Notebooks.Jupyter.Requests;

/// <summary>Runs the cells that clients send, one after another.</summary>
internal sealed class CellExecution(CSharpKernel kernel, CellOutput output, Broadcast broadcast, InputChannel input, History history, NativeOutput? native)
{
    // VS Code names a cell by its address, be the kernel its own or a Jupyter server's; Jupyter's clients name it by its id.
    const string VSCodeCell = "vscode-";

    readonly Lock gate = new();
    int executed;
    (WireMessage Request, RequestChannel Channel)? running;
    int runningNumber;

    /// <summary>Runs a cell and answers its client; how many of the messages behind it are given up, because it failed.</summary>
    public int Run(WireMessage request, RequestChannel channel)
    {
        var content = request.Content;
        var code = content.Text("code");
        var silent = content.Flag("silent", false);
        var counts = !silent && content.Flag("store_history", true);
        var number = executed + (counts ? 1 : 0);
        var cell = request.Metadata.Text("cellId");
        if (counts)
            history.Add(number, code);
        if (!silent)
            broadcast.Publish("execute_input", request.Header, new JsonObject { ["code"] = code, ["execution_count"] = number }, mayWait: false);
        (output.Parent, input.Asker) = (request.Header, request);
        lock (gate)
            (running, runningNumber) = ((request, channel), number);
        var reply = kernel.Execute(new ExecuteRequest(code)
        {
            Language = CellLanguage.Of(request.Metadata),
            CellId = cell.Length > 0 ? cell : null,
            DrawsMarkdown = cell.StartsWith(VSCodeCell, StringComparison.Ordinal),
            Silent = silent,
            StoreHistory = counts,
            AllowStdin = content.Flag("allow_stdin", false),
        });
        native?.Drain();
        kernel.FlushStreams();
        executed = reply.ExecutionCount;
        lock (gate)
        {
            if (running is null)
                return 0; // It has been answered already: the process ends.
            running = null;
        }
        // Counted before the client knows: what it sends after the answer is meant to run.
        var behind = reply.Status != "ok" && content.Flag("stop_on_error", true) ? channel.Waiting : 0;
        channel.Send(request, "execute_reply", Content(reply, content));
        return behind;
    }

    /// <summary>Answers for a cell that is given up because one before it failed.</summary>
    public static void Abort(WireMessage request, RequestChannel channel) => channel.Send(request, "execute_reply", new JsonObject { ["status"] = "aborted" });

    /// <summary>Answers for the cell that runs, if one does, when it takes the process with it.</summary>
    public void Die(CellFailure failure)
    {
        lock (gate)
        {
            if (running is not var (request, channel))
                return;
            running = null;
            var value = $"{failure.Message} The kernel starts again, empty: run the cells before this one again.";
            var error = new JsonObject { ["ename"] = failure.Name, ["evalue"] = value, ["traceback"] = new JsonArray($"{failure.Name} in Cell[{runningNumber}]: {value}") };
            broadcast.Publish("error", request.Header, error.DeepClone().AsObject(), mayWait: false);
            error["status"] = "error";
            error["execution_count"] = runningNumber;
            channel.Send(request, "execute_reply", error);
            broadcast.Status("idle", request.Header);
        }
    }

    static JsonObject Content(ExecuteReply reply, JsonObject request)
    {
        var content = new JsonObject { ["status"] = reply.Status, ["execution_count"] = reply.ExecutionCount, ["payload"] = new JsonArray() };
        if (reply.Status == "ok")
        {
            content["user_expressions"] = Expressions(request);
            return content;
        }
        content["ename"] = reply.ErrorName;
        content["evalue"] = reply.ErrorValue;
        content["traceback"] = new JsonArray([.. reply.Traceback.Select(line => (JsonNode)line)]);
        return content;
    }

    // A cell can show what it wants itself; each is answered with why there is nothing.
    static JsonObject Expressions(JsonObject request) => new(
        (request["user_expressions"] as JsonObject ?? []).Select(expression => KeyValuePair.Create(expression.Key, (JsonNode?)new JsonObject
        {
            ["status"] = "error",
            ["ename"] = "NotSupported",
            ["evalue"] = "This kernel evaluates no user expressions.",
            ["traceback"] = new JsonArray(),
        })));
}
