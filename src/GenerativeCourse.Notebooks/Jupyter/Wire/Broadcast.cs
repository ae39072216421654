using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Jupyter.Zmtp;

namespace GenerativeCourse.Notebooks.Jupyter.Wire;

/// <summary>The IOPub channel: what all clients see. A thread of its own signs and sends, while the cell goes on.</summary>
internal sealed class Broadcast : IDisposable
{
    const long MostQueued = 4 << 20;
    readonly PublisherSocket socket;
    readonly MessageSigner signer;
    readonly object gate = new();
    readonly Queue<(string Type, ReadOnlyMemory<byte> Parent, ReadOnlyMemory<byte> Content)> queue = [];
    readonly string topic = $"kernel.{Guid.NewGuid()}.";
    long queued;
    bool closed;

    public Broadcast(EndPoint address, MessageSigner signer, Action<string> log)
    {
        this.signer = signer;
        socket = new PublisherSocket(address, log);
    }

    /// <summary>Begins to serve subscribers.</summary>
    public void Start()
    {
        socket.Start();
        new Thread(Send) { IsBackground = true, Name = "iopub" }.Start();
    }

    /// <summary>Publishes a kernel's <c>busy</c>, <c>idle</c> or <c>starting</c>; never waits.</summary>
    public void Status(string state, ReadOnlyMemory<byte> parent) => Publish("status", parent, new JsonObject { ["execution_state"] = state }, mayWait: false);

    /// <summary>Publishes a message; with <paramref name="mayWait"/> after a while when more comes than clients read.</summary>
    public void Publish(string type, ReadOnlyMemory<byte> parent, JsonObject content, bool mayWait)
    {
        var bytes = WireMessage.Bytes(content);
        var interrupted = false;
        while (true)
        {
            try
            {
                lock (gate)
                {
                    while (mayWait && !interrupted && queued > MostQueued && !closed)
                        Monitor.Wait(gate);
                    queue.Enqueue((type, parent, bytes));
                    queued += bytes.Length;
                    Monitor.PulseAll(gate);
                }
                break;
            }
            catch (ThreadInterruptedException)
            {
                // The cell is being stopped; what it wrote before still goes out.
                interrupted = true;
            }
        }
        if (interrupted)
            Thread.CurrentThread.Interrupt();
    }

    /// <summary>Waits until subscribers have what was published, as long as <paramref name="patience"/>.</summary>
    public void Flush(TimeSpan patience)
    {
        var end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        lock (gate)
        {
            while (queued > 0 && end - Environment.TickCount64 is > 0 and var rest)
                Monitor.Wait(gate, TimeSpan.FromMilliseconds(rest));
        }
        socket.Flush(patience);
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }
        socket.Dispose();
    }

    void Send()
    {
        while (true)
        {
            (string Type, ReadOnlyMemory<byte> Parent, ReadOnlyMemory<byte> Content) message;
            lock (gate)
            {
                while (queue.Count == 0 && !closed)
                    Monitor.Wait(gate);
                if (closed)
                    return;
                message = queue.Dequeue();
            }
            socket.Send(WireMessage.Write([Encoding.ASCII.GetBytes(topic + message.Type)], message.Type, message.Parent, message.Content, signer), mayDrop: message.Type == "stream");
            lock (gate)
            {
                // Counted until it is sent: a subscriber that reads slowly holds the cell up by this.
                queued -= message.Content.Length;
                Monitor.PulseAll(gate);
            }
        }
    }
}
