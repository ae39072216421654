using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Jupyter.Wire;
using GenerativeCourse.Notebooks.Kernel;
using GenerativeCourse.Notebooks.Kernel.Errors;

namespace GenerativeCourse.Notebooks.Jupyter.Requests;

/// <summary>Asks the person at the client that sent the running cell.</summary>
internal sealed class InputChannel(RequestChannel stdin)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The request whose cell runs.</summary>
    public WireMessage? Asker { get; set; }

    /// <summary>Asks for a line and waits for it.</summary>
    /// <exception cref="CellError">The client has no channel for it.</exception>
    public async Task<string> Ask(InputQuestion question, CancellationToken cancellation)
    {
        // An answer that came too late was to an earlier question.
        stdin.Clear();
        var end = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (!stdin.Send(Asker!, "input_request", new JsonObject { ["prompt"] = question.Prompt, ["password"] = question.Password }))
        {
            // A client's channels connect one after another.
            if (Environment.TickCount64 > end)
                throw new CellError("The cell asks for input, and the client has no channel for the answer.", "StdinNotImplementedError");
            await Task.Delay(50, cancellation).ConfigureAwait(false);
        }
        while (true)
        {
            var answer = stdin.Take(cancellation);
            if (answer.Type == "input_reply")
                return answer.Content.Text("value");
        }
    }
}
