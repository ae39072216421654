using System.Buffers.Binary;
using System.Net.Sockets;

namespace GenerativeCourse.Notebooks.Jupyter.Zmtp;

/// <summary>Reads a peer's bytes as frames, and holds no more of them in memory than have come.</summary>
internal sealed class ZmtpReader(Socket socket, ZmtpLimits limits)
{
    const int Chunk = 1 << 20;
    readonly byte[] buffer = new byte[16 << 10];
    int start;
    int end;

    /// <summary>How long to wait for a byte; null for ever.</summary>
    public TimeSpan? Patience { get; set; } = limits.Handshake;

    /// <summary>Fills <paramref name="target"/>.</summary>
    /// <exception cref="EndOfStreamException">The peer has left.</exception>
    public void Read(Span<byte> target)
    {
        while (!target.IsEmpty)
        {
            if (start < end)
            {
                var taken = Math.Min(target.Length, end - start);
                buffer.AsSpan(start, taken).CopyTo(target);
                start += taken;
                target = target[taken..];
            }
            else if (target.Length >= buffer.Length)
            {
                target = target[Receive(target)..];
            }
            else
            {
                start = 0;
                end = Receive(buffer);
            }
        }
    }

    /// <summary>Reads a frame of at most <paramref name="most"/> bytes.</summary>
    /// <exception cref="ZmtpException">It is malformed or longer.</exception>
    public (byte Flags, byte[] Body) ReadFrame(long most)
    {
        Span<byte> head = stackalloc byte[9];
        Read(head[..1]);
        var flags = head[0];
        if ((flags & ~(ZmtpFrames.More | ZmtpFrames.Long | ZmtpFrames.Command)) != 0 || (flags & (ZmtpFrames.More | ZmtpFrames.Command)) == (ZmtpFrames.More | ZmtpFrames.Command))
            throw new ZmtpException("it sends frames that do not exist");
        ulong length;
        if ((flags & ZmtpFrames.Long) != 0)
        {
            Read(head[1..]);
            length = BinaryPrimitives.ReadUInt64BigEndian(head[1..]);
        }
        else
        {
            Read(head[1..2]);
            length = head[1];
        }
        if (length > (ulong)most)
            throw new ZmtpException($"it sends more than {limits.MessageBytes >> 20} MB at once");
        // A length is only a claim: what it claims is made room for as it comes.
        var body = new byte[(int)Math.Min(length, Chunk)];
        for (var have = 0; ;)
        {
            Read(body.AsSpan(have));
            have = body.Length;
            if ((ulong)have == length)
                return (flags, body);
            Array.Resize(ref body, (int)Math.Min(length, 2UL * (ulong)have));
        }
    }

    int Receive(Span<byte> target)
    {
        while (true)
        {
            var received = socket.Receive(target, SocketFlags.None, out var error);
            if (error == SocketError.Success)
                return received > 0 ? received : throw new EndOfStreamException();
            if (error != SocketError.WouldBlock)
                throw new SocketException((int)error);
            if (!socket.Poll(Patience ?? Timeout.InfiniteTimeSpan, SelectMode.SelectRead))
                throw new ZmtpException("it does not introduce itself in time");
        }
    }
}
