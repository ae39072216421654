using System.Buffers.Binary;
using System.Text;

namespace GenerativeCourse.Notebooks.Jupyter.Zmtp;

/// <summary>What two peers tell each other before the first message: version, mechanism (NULL), socket type and identity.</summary>
internal static class ZmtpHandshake
{
    /// <summary>A greeting's bytes.</summary>
    public const int GreetingSize = 64;

    const int Signature = 10;
    const int Mechanism = 12;

    /// <summary>Our own greeting: version 3.0, mechanism NULL.</summary>
    public static byte[] Greeting
    {
        get
        {
            var greeting = new byte[GreetingSize];
            (greeting[0], greeting[8], greeting[9], greeting[Signature]) = (0xff, 1, 0x7f, 3);
            "NULL"u8.CopyTo(greeting.AsSpan(Mechanism));
            return greeting;
        }
    }

    /// <exception cref="ZmtpException">It is no greeting of a peer that we can talk to.</exception>
    public static void CheckGreeting(ReadOnlySpan<byte> greeting)
    {
        if (greeting[0] != 0xff || (greeting[9] & 1) == 0)
            throw new ZmtpException("it does not speak ZMTP");
        if (greeting[Signature] < 3)
            throw new ZmtpException("it speaks a version of ZMTP before 3.0");
        var mechanism = greeting.Slice(Mechanism, 20).TrimEnd((byte)0);
        if (!mechanism.SequenceEqual("NULL"u8))
            throw new ZmtpException("it asks for a security mechanism other than NULL");
    }

    /// <summary>The command that tells the socket's type.</summary>
    public static byte[] Ready(string socketType)
    {
        var type = Encoding.ASCII.GetBytes(socketType);
        byte[] body = [11, .. "Socket-Type"u8, 0, 0, 0, (byte)type.Length, .. type];
        return ZmtpFrames.CommandFrame("READY"u8, body);
    }

    /// <summary>The command that refuses a peer.</summary>
    public static byte[] Error(string reason)
    {
        var text = Encoding.ASCII.GetBytes(reason);
        return ZmtpFrames.CommandFrame("ERROR"u8, [(byte)text.Length, .. text]);
    }

    /// <summary>A peer's socket type and identity (empty for none) from its READY command.</summary>
    /// <exception cref="ZmtpException">It is malformed or another command.</exception>
    public static (string SocketType, byte[] Identity) ReadReady(ReadOnlySpan<byte> command)
    {
        if (!command.StartsWith("\x05READY"u8))
            throw new ZmtpException("it does not introduce itself");
        var (type, identity) = ("", Array.Empty<byte>());
        for (var rest = command[6..]; !rest.IsEmpty;)
        {
            var name = Take(ref rest, Take(ref rest, 1)[0]);
            var length = BinaryPrimitives.ReadUInt32BigEndian(Take(ref rest, 4));
            var value = Take(ref rest, length > int.MaxValue ? int.MaxValue : (int)length);
            // Names are compared without case.
            switch (Encoding.ASCII.GetString(name).ToLowerInvariant())
            {
                case "socket-type": type = Encoding.ASCII.GetString(value); break;
                case "identity" when value.Length > 255: throw new ZmtpException("its identity is longer than 255 bytes");
                case "identity": identity = value.ToArray(); break;
            }
        }
        return (type, identity);
    }

    static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int count)
    {
        if (count > bytes.Length)
            throw new ZmtpException("it introduces itself with half a message");
        var taken = bytes[..count];
        bytes = bytes[count..];
        return taken;
    }
}
