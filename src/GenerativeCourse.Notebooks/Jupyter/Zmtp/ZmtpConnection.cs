using System.Net.Sockets;

namespace GenerativeCourse.Notebooks.Jupyter.Zmtp;

/// <summary>One peer, after the handshake.</summary>
internal sealed class ZmtpConnection : IDisposable
{
    readonly Socket socket;
    readonly ZmtpReader reader;
    readonly ZmtpSender sender;
    readonly ZmtpLimits limits;

    public ZmtpConnection(Socket socket, ZmtpLimits limits)
    {
        (this.socket, this.limits) = (socket, limits);
        socket.Blocking = false;
        if (socket.ProtocolType == ProtocolType.Tcp)
            socket.NoDelay = true;
        reader = new ZmtpReader(socket, limits);
        sender = new ZmtpSender(socket, Shutdown);
    }

    /// <summary>What the peer calls itself; empty for nothing.</summary>
    public byte[] Identity { get; set; } = [];

    /// <summary>The topics that the peer of a publisher wants, as often as it asked for each.</summary>
    public List<byte[]> Subscriptions { get; } = [];

    /// <summary>Introduces both sides to each other.</summary>
    /// <exception cref="ZmtpException">The peer is none that a socket of this type talks to.</exception>
    public void Handshake(string socketType, IReadOnlyCollection<string> peerTypes)
    {
        sender.Send(ZmtpHandshake.Greeting);
        Span<byte> greeting = stackalloc byte[ZmtpHandshake.GreetingSize];
        // The rest of another protocol's greeting may never come.
        reader.Read(greeting[..1]);
        if (greeting[0] != 0xff)
            throw new ZmtpException("it does not speak ZMTP");
        reader.Read(greeting[1..]);
        ZmtpHandshake.CheckGreeting(greeting);
        sender.Send(ZmtpHandshake.Ready(socketType));
        var (flags, body) = reader.ReadFrame(64 << 10);
        if ((flags & ZmtpFrames.Command) == 0)
            throw new ZmtpException("it does not introduce itself");
        (var type, Identity) = ZmtpHandshake.ReadReady(body);
        if (!peerTypes.Contains(type))
        {
            sender.Send(ZmtpHandshake.Error("Invalid socket type"));
            throw new ZmtpException($"it is a {type} socket, and this is a {socketType}");
        }
        reader.Patience = null;
    }

    /// <summary>The peer's next message; its commands are met on the way.</summary>
    /// <param name="subscription">Gets a topic and whether it is wanted from now on, from peers that say so by commands.</param>
    public byte[][] Receive(Action<byte[], bool>? subscription = null)
    {
        var frames = new List<byte[]>();
        var room = limits.MessageBytes;
        while (true)
        {
            var (flags, body) = reader.ReadFrame(room);
            if ((flags & ZmtpFrames.Command) != 0)
            {
                Obey(body, subscription);
                continue;
            }
            frames.Add(body);
            room -= body.Length;
            if ((flags & ZmtpFrames.More) == 0)
                return [.. frames];
            if (frames.Count == limits.Frames)
                throw new ZmtpException($"it sends more than {limits.Frames} frames at once");
        }
    }

    /// <summary>Sends an encoded message; never blocks.</summary>
    public void Send(byte[] encoded) => sender.Send(encoded);

    /// <inheritdoc cref="ZmtpSender.Send"/>
    public void Send(byte[] encoded, bool mayDrop, long most) => sender.Send(encoded, mayDrop, most);

    /// <inheritdoc cref="ZmtpSender.AwaitRoom"/>
    public bool AwaitRoom(long most, TimeSpan patience) => sender.AwaitRoom(most, patience);

    /// <summary>Ends the connection; whoever reads from it gets an error.</summary>
    public void Close() => sender.Dispose();

    public void Dispose()
    {
        sender.Dispose();
        socket.Dispose();
    }

    void Obey(byte[] command, Action<byte[], bool>? subscription)
    {
        var span = command.AsSpan();
        if (span.StartsWith("\x04PING"u8) && span.Length >= 7)
            sender.Send(ZmtpFrames.CommandFrame("PONG"u8, span[7..])); // after the two bytes of its time to live
        else if (span.StartsWith("\x09SUBSCRIBE"u8))
            subscription?.Invoke(command[10..], true);
        else if (span.StartsWith("\x06CANCEL"u8))
            subscription?.Invoke(command[7..], false);
        else if (span.StartsWith("\x05ERROR"u8))
            throw new ZmtpException("it refuses the connection");
    }

    // Wakes the reader's poll as well.
    void Shutdown()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
        }
    }
}
