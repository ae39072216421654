using System.Net;
using System.Security.Cryptography;

namespace GenerativeCourse.Notebooks.Jupyter.Zmtp;

/// <summary>A ROUTER: hands on each message with its sender's identity, and sends to whom it is told.</summary>
internal sealed class RouterSocket(EndPoint address, RouterSocket.Receiver received, Action<string> log, ZmtpLimits? limits = null) : ZmtpSocket(address, log, limits)
{
    static readonly string[] Peers = ["DEALER", "REQ", "ROUTER"];
    readonly Dictionary<string, ZmtpConnection> peers = [];

    /// <summary>Gets a sender's identity and the frames, on the sender's own thread; while it does not return, the sender waits.</summary>
    public delegate void Receiver(byte[] identity, byte[][] frames);

    protected override string Type => "ROUTER";

    protected override IReadOnlyCollection<string> PeerTypes => Peers;

    /// <summary>Sends to a peer; false when there is none of that identity.</summary>
    public bool Send(byte[] identity, IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        ZmtpConnection? peer;
        lock (peers)
            peers.TryGetValue(Key(identity), out peer);
        peer?.Send(ZmtpFrames.Message(frames));
        return peer is not null;
    }

    protected override void Opened(ZmtpConnection connection)
    {
        // Identities of peers do not begin with a zero: those given here do.
        if (connection.Identity.Length == 0)
            connection.Identity = [0, .. RandomNumberGenerator.GetBytes(8)];
        ZmtpConnection? old;
        lock (peers)
        {
            // Who comes again under the same name has lost the old connection, even if that is not seen here yet.
            peers.Remove(Key(connection.Identity), out old);
            peers[Key(connection.Identity)] = connection;
        }
        old?.Close();
    }

    protected override void Closed(ZmtpConnection connection)
    {
        lock (peers)
        {
            if (peers.GetValueOrDefault(Key(connection.Identity)) == connection)
                peers.Remove(Key(connection.Identity));
        }
    }

    protected override void Serve(ZmtpConnection connection)
    {
        while (true)
            received(connection.Identity, connection.Receive());
    }

    static string Key(byte[] identity) => Convert.ToHexString(identity);
}
