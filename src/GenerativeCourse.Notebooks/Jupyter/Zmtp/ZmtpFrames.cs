using System.Buffers.Binary;

namespace GenerativeCourse.Notebooks.Jupyter.Zmtp;

/// <summary>A message's bytes on the wire: each frame after a byte of flags and its length (ZMTP 3.0, https://rfc.zeromq.org/spec/23).</summary>
internal static class ZmtpFrames
{
    public const byte More = 1;
    public const byte Long = 2;
    public const byte Command = 4;
    const int ShortLimit = byte.MaxValue;

    /// <summary>A whole message.</summary>
    public static byte[] Message(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        var bytes = new byte[frames.Sum(frame => Size(frame.Length))];
        var at = 0;
        for (var i = 0; i < frames.Count; i++)
            at += Write(bytes.AsSpan(at), i < frames.Count - 1 ? More : (byte)0, frames[i].Span);
        return bytes;
    }

    /// <summary>A command: its name and what belongs to it.</summary>
    public static byte[] CommandFrame(ReadOnlySpan<byte> name, ReadOnlySpan<byte> body)
    {
        byte[] content = [(byte)name.Length, .. name, .. body];
        var bytes = new byte[Size(content.Length)];
        Write(bytes, Command, content);
        return bytes;
    }

    static int Size(int length) => length + (length > ShortLimit ? 9 : 2);

    static int Write(Span<byte> target, byte flags, ReadOnlySpan<byte> body)
    {
        int head;
        if (body.Length > ShortLimit)
        {
            target[0] = (byte)(flags | Long);
            BinaryPrimitives.WriteInt64BigEndian(target[1..], body.Length);
            head = 9;
        }
        else
        {
            target[0] = flags;
            target[1] = (byte)body.Length;
            head = 2;
        }
        body.CopyTo(target[head..]);
        return head + body.Length;
    }
}
