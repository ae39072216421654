using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Worker;

/// <summary>One line between runner and worker: a Jupyter message type and its content.</summary>
sealed record WorkerMessage(string Type, JsonObject Content)
{
    static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    static readonly JsonDocumentOptions Deep = new() { MaxDepth = Formats.NotebookText.MaxDepth };

    /// <summary>Reads a line; throws <see cref="JsonException"/> when it is none of ours.</summary>
    public static WorkerMessage Parse(ReadOnlySpan<byte> line)
    {
        var message = JsonNode.Parse(line, documentOptions: Deep) as JsonObject;
        if ((string?)message?["msg_type"] is not { } type || message["content"] is not JsonObject content)
            throw new JsonException("A message has a msg_type and a content.");
        message.Remove("content");
        return new WorkerMessage(type, content);
    }

    /// <summary>The message as one line, its end included.</summary>
    public ReadOnlyMemory<byte> ToLine()
    {
        var line = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(line, Relaxed))
        {
            writer.WriteStartObject();
            writer.WriteString("msg_type", Type);
            writer.WritePropertyName("content");
            Content.WriteTo(writer);
            writer.WriteEndObject();
        }
        line.Write("\n"u8);
        return line.WrittenMemory;
    }
}
