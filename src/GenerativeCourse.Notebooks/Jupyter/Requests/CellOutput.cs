using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Jupyter.Wire;
using GenerativeCourse.Notebooks.Kernel;

namespace GenerativeCourse.Notebooks.Jupyter.Requests;

/// <summary>Publishes what cells put out, in answer to the request that ran last.</summary>
internal sealed class CellOutput(Broadcast broadcast, History history) : IKernelOutput
{
    /// <summary>The header of that request.</summary>
    public ReadOnlyMemory<byte> Parent { get; set; }

    public void Publish(string messageType, JsonObject content)
    {
        if (messageType == "execute_result")
            history.AddResult(content["data"]!.AsObject().Text("text/plain"));
        broadcast.Publish(messageType, Parent, content, mayWait: true);
    }
}
