using System.Security.Cryptography;
using System.Text;

namespace GenerativeCourse.Notebooks.Jupyter.Wire;

/// <summary>Signs messages, checks signatures, and knows those that have come before.</summary>
internal sealed class MessageSigner
{
    const int Remembered = 1 << 16;
    readonly Lock gate = new();
    readonly IncrementalHash? hash;
    readonly HashSet<string> seen = [];
    readonly Queue<string> order = [];

    /// <summary>Takes the connection's key; with an empty one nothing is signed or checked.</summary>
    public MessageSigner(byte[] key) => hash = key.Length > 0 ? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key) : null;

    /// <summary>The signature of a message's four parts, as hexadecimal digits.</summary>
    public byte[] Sign(ReadOnlySpan<ReadOnlyMemory<byte>> parts)
    {
        if (hash is null)
            return [];
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        lock (gate)
        {
            foreach (var part in parts)
                hash.AppendData(part.Span);
            hash.GetHashAndReset(digest);
        }
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(digest));
    }

    /// <summary>Checks the signature of a message that came.</summary>
    /// <exception cref="WireException">It is wrong, or the message came before.</exception>
    public void Check(ReadOnlySpan<byte> signature, ReadOnlySpan<ReadOnlyMemory<byte>> parts)
    {
        if (hash is null)
            return;
        if (!CryptographicOperations.FixedTimeEquals(Sign(parts), signature))
            throw new WireException("its signature is wrong");
        var text = Encoding.ASCII.GetString(signature);
        lock (gate)
        {
            if (!seen.Add(text))
                throw new WireException("it came before");
            order.Enqueue(text);
            if (order.Count > Remembered)
                seen.Remove(order.Dequeue());
        }
    }
}
