using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GenerativeCourse.Notebooks.Tests.Jupyter;

/// <summary>The other end of a ZeroMQ socket, written apart from the kernel's own, byte by byte, so that it can also do what no library does.</summary>
public sealed class ZmtpPeer : IDisposable
{
    readonly Socket socket;

    ZmtpPeer(EndPoint address)
    {
        socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = 30_000 };
        socket.Connect(address);
    }

    /// <summary>Connects, and introduces itself as a socket of that type.</summary>
    public static ZmtpPeer Connect(EndPoint address, string type, byte[]? identity = null)
    {
        var peer = Raw(address);
        peer.SendBytes([0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0, .. Encoding.ASCII.GetBytes("NULL"), .. new byte[48]]);
        peer.ReadExactly(64);
        byte[] body = [5, .. "READY"u8, 11, .. "Socket-Type"u8, 0, 0, 0, (byte)type.Length, .. Encoding.ASCII.GetBytes(type)];
        if (identity is not null)
            body = [.. body, 8, .. "Identity"u8, 0, 0, 0, (byte)identity.Length, .. identity];
        peer.SendBytes([4, (byte)body.Length, .. body]);
        var (flags, ready) = peer.ReadFrame();
        Assert.Equal(4, flags);
        Assert.Equal("READY", Encoding.ASCII.GetString(ready, 1, 5));
        return peer;
    }

    /// <summary>Connects and says nothing.</summary>
    public static ZmtpPeer Raw(EndPoint address) => new(address);

    /// <summary>Whether bytes have come that were not read.</summary>
    public bool HasData => socket.Poll(0, SelectMode.SelectRead);

    public void SendBytes(ReadOnlySpan<byte> bytes) => socket.Send(bytes);

    public void Send(params byte[][] frames)
    {
        for (var i = 0; i < frames.Length; i++)
            SendBytes(Encode(frames[i], i < frames.Length - 1));
    }

    public static byte[] Encode(byte[] frame, bool more)
    {
        var size = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(size, frame.Length);
        return frame.Length < 256 ? [(byte)(more ? 1 : 0), (byte)frame.Length, .. frame] : [(byte)(more ? 3 : 2), .. size, .. frame];
    }

    public byte[][] Receive()
    {
        var frames = new List<byte[]>();
        while (true)
        {
            var (flags, body) = ReadFrame();
            frames.Add(body);
            if ((flags & 1) == 0)
                return [.. frames];
        }
    }

    /// <summary>Reads until the other side closes; what came before is dropped.</summary>
    public void AwaitClose()
    {
        var buffer = new byte[4096];
        try
        {
            while (socket.Receive(buffer) > 0)
            {
            }
        }
        catch (SocketException reset) when (reset.SocketErrorCode == SocketError.ConnectionReset)
        {
        }
    }

    public void Dispose() => socket.Dispose();

    (byte Flags, byte[] Body) ReadFrame()
    {
        var flags = ReadExactly(1)[0];
        var size = (flags & 2) != 0 ? BinaryPrimitives.ReadInt64BigEndian(ReadExactly(8)) : ReadExactly(1)[0];
        return (flags, ReadExactly((int)size));
    }

    byte[] ReadExactly(int count)
    {
        var bytes = new byte[count];
        for (var at = 0; at < count;)
        {
            var read = socket.Receive(bytes.AsSpan(at));
            at += read > 0 ? read : throw new EndOfStreamException();
        }
        return bytes;
    }
}
