using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Formats;

/// <summary>Text that a notebook file may hold as a list of lines: joined on reading, split on writing, as nbformat does.</summary>
static class MultilineText
{
    /// <summary>Whether a node is a string or a list of strings.</summary>
    public static bool IsText(JsonNode? node) => node switch
    {
        JsonArray lines => lines.All(line => line?.GetValueKind() == JsonValueKind.String),
        _ => node?.GetValueKind() == JsonValueKind.String,
    };

    /// <summary>Joins the list of strings under <paramref name="key"/>; leaves everything else.</summary>
    public static void Join(JsonObject owner, string key)
    {
        if (owner[key] is JsonArray lines && IsText(lines))
            owner[key] = string.Concat(lines.Select(line => line!.GetValue<string>()));
    }

    /// <summary>Joins every value of a MIME bundle but those of JSON types.</summary>
    public static void JoinBundle(JsonObject bundle)
    {
        foreach (var type in bundle.Select(entry => entry.Key).Where(type => !IsJson(type)).ToList())
            Join(bundle, type);
    }

    /// <summary>Whether a MIME type's value is JSON and not text.</summary>
    public static bool IsJson(string mimeType) =>
        mimeType == "application/json" || (mimeType.StartsWith("application/", StringComparison.Ordinal) && mimeType.EndsWith("+json", StringComparison.Ordinal));

    /// <summary>Whether a MIME type's value is written as a list of lines.</summary>
    public static bool IsSplit(string mimeType) =>
        mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "application/javascript" or "image/svg+xml";

    /// <summary>Splits after every line end that Python's <c>splitlines</c> knows; keeps the ends.</summary>
    public static IEnumerable<ReadOnlyMemory<char>> Split(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.AsSpan(start).IndexOfAny(LineEnds);
            end = end < 0 ? text.Length : start + end + 1;
            if (end < text.Length && text[end - 1] == '\r' && text[end] == '\n')
                end++;
            yield return text.AsMemory(start, end - start);
            start = end;
        }
    }

    static readonly System.Buffers.SearchValues<char> LineEnds =
        System.Buffers.SearchValues.Create("\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029");
}
