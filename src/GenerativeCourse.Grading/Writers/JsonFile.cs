using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenerativeCourse.Grading.Writers;

/// <summary>JSON as files have it.</summary>
static class JsonFile
{
    static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's bytes.</summary>
    public static byte[] Of(JsonNode node) => [.. JsonSerializer.SerializeToUtf8Bytes(node, Options), (byte)'\n'];
}
