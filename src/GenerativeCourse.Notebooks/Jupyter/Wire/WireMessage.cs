using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Notebooks.Jupyter.Wire;

/// <summary>A message that came from a client.</summary>
/// <param name="Identities">The way back to its sender.</param>
/// <param name="Header">Its header as it came, which answers carry as their parent's.</param>
/// <param name="Type">Its <c>msg_type</c>.</param>
/// <param name="Metadata">Its metadata.</param>
/// <param name="Content">Its content.</param>
internal sealed record WireMessage(byte[][] Identities, ReadOnlyMemory<byte> Header, string Type, JsonObject Metadata, JsonObject Content)
{
    /// <summary>The version of the protocol that is spoken.</summary>
    public const string ProtocolVersion = "5.3";

    static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    static readonly byte[] Empty = "{}"u8.ToArray();
    static readonly JsonDocumentOptions Deep = new() { MaxDepth = NotebookText.MaxDepth };
    static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    static readonly string Session = Guid.NewGuid().ToString();
    static long sent;

    /// <summary>Reads a message's frames: identities, delimiter, signature, header, parent header, metadata, content, buffers.</summary>
    /// <exception cref="WireException">It is malformed, wrongly signed, or came before.</exception>
    public static WireMessage Read(byte[] sender, byte[][] frames, MessageSigner signer)
    {
        var at = Array.FindIndex(frames, frame => frame.AsSpan().SequenceEqual(Delimiter));
        if (at < 0)
            throw new WireException("it has no delimiter");
        if (frames.Length < at + 6)
            throw new WireException("parts of it are missing");
        signer.Check(frames[at + 1], [frames[at + 2], frames[at + 3], frames[at + 4], frames[at + 5]]);
        try
        {
            var header = Object(frames[at + 2]);
            Object(frames[at + 3]);
            var type = header["msg_type"] is JsonValue value && value.TryGetValue(out string? text) ? text : throw new WireException("its header names no msg_type");
            return new WireMessage([sender, .. frames.AsSpan(0, at)], frames[at + 2], type, Object(frames[at + 4]), Object(frames[at + 5]));
        }
        // Also for a name that stands twice in an object, and for text that is no UTF-8.
        catch (Exception malformed) when (malformed is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new WireException("it is not the JSON of a message");
        }
    }

    /// <summary>A message of the kernel's as frames, after <paramref name="prefix"/>: a topic or the way to its receiver.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Write(IEnumerable<byte[]> prefix, string type, ReadOnlyMemory<byte> parent, ReadOnlyMemory<byte> content, MessageSigner signer)
    {
        ReadOnlyMemory<byte>[] parts = [HeaderOf(type), parent.IsEmpty ? Empty : parent, Empty, content];
        return [.. prefix.Select(frame => (ReadOnlyMemory<byte>)frame), Delimiter, signer.Sign(parts), .. parts];
    }

    /// <summary>A message's content as it goes on the wire.</summary>
    public static ReadOnlyMemory<byte> Bytes(JsonObject content)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
            content.WriteTo(writer);
        return buffer.WrittenMemory;
    }

    static JsonObject Object(byte[] bytes) =>
        JsonNode.Parse(bytes, documentOptions: Deep) is JsonObject parsed && parsed.Count >= 0 ? parsed : throw new WireException("a part of it is no object");

    static ReadOnlyMemory<byte> HeaderOf(string type)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            writer.WriteStartObject();
            writer.WriteString("msg_id"u8, $"{Session}_{Interlocked.Increment(ref sent)}");
            writer.WriteString("session"u8, Session);
            writer.WriteString("username"u8, "kernel");
            writer.WriteString("date"u8, DateTime.UtcNow);
            writer.WriteString("msg_type"u8, type);
            writer.WriteString("version"u8, ProtocolVersion);
            writer.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

}
