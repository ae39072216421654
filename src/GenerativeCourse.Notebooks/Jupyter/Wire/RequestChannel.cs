using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Jupyter.Zmtp;

namespace GenerativeCourse.Notebooks.Jupyter.Wire;

/// <summary>A channel of requests and replies: shell, control or stdin.</summary>
internal sealed class RequestChannel : IDisposable
{
    const int MostWaiting = 1000;
    readonly RouterSocket socket;
    readonly MessageSigner signer;
    readonly string name;
    readonly Action<string> log;
    readonly BlockingCollection<WireMessage> waiting = new(MostWaiting);

    public RequestChannel(string name, EndPoint address, MessageSigner signer, Action<string> log)
    {
        (this.name, this.signer, this.log) = (name, signer, log);
        socket = new RouterSocket(address, Received, log);
    }

    /// <summary>Meets at once, on its sender's own thread, what must not wait behind other messages: true for what it has met.</summary>
    public Func<WireMessage, bool>? MeetAtOnce { get; init; }

    /// <summary>How many messages have come and were not taken.</summary>
    public int Waiting => waiting.Count;

    /// <summary>Begins to take messages.</summary>
    public void Start() => socket.Start();

    /// <summary>Takes the next message; waits for it.</summary>
    public WireMessage Take(CancellationToken cancellation = default) => waiting.Take(cancellation);

    /// <summary>Forgets the messages that were not taken.</summary>
    public void Clear()
    {
        while (waiting.TryTake(out _))
        {
        }
    }

    /// <summary>Sends a message to the sender of <paramref name="request"/>, in answer to it; false when that client is not there.</summary>
    public bool Send(WireMessage request, string type, JsonObject content) =>
        socket.Send(request.Identities[0], WireMessage.Write(request.Identities[1..], type, request.Header, WireMessage.Bytes(content), signer));

    /// <summary>Waits until clients have what was sent, as long as <paramref name="patience"/>.</summary>
    public void Flush(TimeSpan patience) => socket.Flush(patience);

    public void Dispose() => socket.Dispose();

    void Received(byte[] identity, byte[][] frames)
    {
        try
        {
            var message = WireMessage.Read(identity, frames, signer);
            if (MeetAtOnce?.Invoke(message) != true)
                waiting.Add(message);
        }
        catch (WireException dropped)
        {
            log($"a message on {name} was dropped: {dropped.Message}");
        }
    }
}
