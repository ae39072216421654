using System.Text;
using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Kernel.Output;

/// <summary>Puts a kernel's output in order: text written to the two streams is gathered, and goes out before any other message.</summary>
internal sealed class OutputGate : IDisposable
{
    const int ChunkCharacters = 32 << 10;
    const int DelayMilliseconds = 50;
    readonly IKernelOutput output;
    readonly Lock gate = new();
    readonly StringBuilder text = new();
    readonly Timer timer;
    string stream = "stdout";
    bool waiting;

    public OutputGate(IKernelOutput output)
    {
        this.output = output;
        timer = new Timer(_ => Flush());
    }

    /// <summary>Gathers text of <c>stdout</c> or <c>stderr</c>.</summary>
    public void Write(string name, ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
            return;
        // What stands in a finally is not aborted half-way by a stop, which would leave the gate closed for ever.
        try
        {
        }
        finally
        {
            lock (gate)
            {
                if (name != stream)
                {
                    Send();
                    stream = name;
                }
                text.Append(value);
                if (text.Length >= ChunkCharacters)
                {
                    Send();
                }
                else if (!waiting)
                {
                    waiting = true;
                    timer.Change(DelayMilliseconds, Timeout.Infinite);
                }
            }
        }
    }

    /// <summary>Sends a message after all that was written before it.</summary>
    public void Publish(string messageType, JsonObject content)
    {
        try
        {
        }
        finally
        {
            lock (gate)
            {
                Send();
                output.Publish(messageType, content);
            }
        }
    }

    /// <summary>Sends what was gathered.</summary>
    public void Flush()
    {
        try
        {
        }
        finally
        {
            lock (gate)
                Send();
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        Flush();
    }

    void Send()
    {
        waiting = false;
        if (text.Length == 0)
            return;
        var content = new JsonObject { ["name"] = stream, ["text"] = text.ToString() };
        text.Clear();
        output.Publish("stream", content);
    }
}
