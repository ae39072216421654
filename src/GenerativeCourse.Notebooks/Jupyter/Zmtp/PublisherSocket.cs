using System.Net;

namespace GenerativeCourse.Notebooks.Jupyter.Zmtp;

/// <summary>
/// A PUB: sends each message to those who want its topic. A subscriber that reads slowly slows the publisher down; one that has read nothing for a while
/// misses some of those that may be dropped, as with ZeroMQ's high-water mark, and holds nobody up.
/// </summary>
internal sealed class PublisherSocket(EndPoint address, Action<string> log, ZmtpLimits? limits = null) : ZmtpSocket(address, log, limits)
{
    /// <summary>Bytes that wait for one subscriber at most, but for the last message.</summary>
    public const long HighWater = 8 << 20;

    const int MostSubscriptions = 1000;
    static readonly string[] Peers = ["SUB", "XSUB"];

    /// <summary>How long a subscriber may read nothing before it misses messages.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    protected override string Type => "PUB";

    protected override IReadOnlyCollection<string> PeerTypes => Peers;

    /// <summary>Sends a message whose first frame is its topic.</summary>
    public void Send(IReadOnlyList<ReadOnlyMemory<byte>> frames, bool mayDrop = false)
    {
        byte[]? encoded = null;
        foreach (var subscriber in Connections())
        {
            if (!Wants(subscriber, frames[0].Span))
                continue;
            var reads = subscriber.AwaitRoom(HighWater, Patience);
            subscriber.Send(encoded ??= ZmtpFrames.Message(frames), mayDrop, reads ? long.MaxValue : HighWater);
        }
    }

    protected override void Serve(ZmtpConnection connection)
    {
        while (true)
        {
            var message = connection.Receive((topic, wanted) => Subscribe(connection, topic, wanted));
            // A message of a byte, 1 or 0, and the topic.
            if (message is [[0 or 1, ..] request])
                Subscribe(connection, request[1..], request[0] == 1);
        }
    }

    static void Subscribe(ZmtpConnection connection, byte[] topic, bool wanted)
    {
        var topics = connection.Subscriptions;
        lock (topics)
        {
            var at = topics.FindIndex(known => known.AsSpan().SequenceEqual(topic));
            if (!wanted && at >= 0)
                topics.RemoveAt(at);
            else if (wanted && topics.Count == MostSubscriptions)
                throw new ZmtpException($"it subscribes to more than {MostSubscriptions} topics");
            else if (wanted)
                topics.Add(topic);
        }
    }

    static bool Wants(ZmtpConnection subscriber, ReadOnlySpan<byte> topic)
    {
        lock (subscriber.Subscriptions)
        {
            foreach (var wanted in subscriber.Subscriptions)
            {
                if (topic.StartsWith(wanted))
                    return true;
            }
        }
        return false;
    }
}
