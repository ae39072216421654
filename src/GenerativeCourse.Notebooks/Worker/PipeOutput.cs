using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Kernel;

namespace GenerativeCourse.Notebooks.Worker;

/// <summary>Sends a kernel's messages to the runner; a full pipe makes the cell wait, so nothing piles up here.</summary>
sealed class PipeOutput(Stream pipe) : IKernelOutput
{
    readonly Lock sending = new();

    public void Publish(string messageType, JsonObject content) => Send(new WorkerMessage(messageType, content));

    public void Send(WorkerMessage message)
    {
        var line = message.ToLine().Span;
        lock (sending)
            pipe.Write(line);
    }
}
