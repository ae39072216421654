using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace GenerativeCourse.Notebooks.Formats;

/// <summary>The bytes of one notebook file and what they are called; turns places in them into lines and columns.</summary>
sealed partial class NotebookText
{
    public const int MaxDepth = 512;

    readonly ReadOnlyMemory<byte> utf8;
    readonly string name;

    public NotebookText(ReadOnlyMemory<byte> utf8, string name)
    {
        this.utf8 = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        this.name = name;
    }

    public JsonNode? Json()
    {
        var utf8 = this.utf8.Span;
        if (utf8.Trim(" \t\r\n"u8).IsEmpty)
            throw new NotebookFormatException(name, 0, 0, "the file is empty.");
        if (!Utf8.IsValid(utf8))
            throw RefuseAt(FirstInvalid(utf8), "the file is not UTF-8 text.");
        try
        {
            CheckStrings(utf8);
            return JsonNode.Parse(utf8, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException error)
        {
            // The parser counts lines from 0 and columns in bytes; its message repeats both.
            var start = 0;
            for (var line = 0; line < (error.LineNumber ?? 0); line++)
                start += utf8[start..].IndexOf((byte)'\n') + 1;
            var conflict = utf8[start..].StartsWith("<<<<<<<"u8) || utf8[start..].StartsWith("======="u8) || utf8[start..].StartsWith(">>>>>>>"u8);
            throw RefuseAt(start + (error.BytePositionInLine ?? 0), conflict
                ? "a Git merge conflict is unresolved here."
                : $"not valid JSON: {Position().Replace(error.Message, "").ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>A refusal at the value that a path of keys and indices leads to.</summary>
    public NotebookFormatException Refuse(object[] path, string problem)
    {
        var (line, column) = JsonLocation.Of(utf8.Span, path);
        return new NotebookFormatException(name, line, column, problem);
    }

    NotebookFormatException RefuseAt(long offset, string problem)
    {
        var (line, column) = JsonLocation.At(utf8.Span, offset);
        return new NotebookFormatException(name, line, column, problem);
    }

    // A lone surrogate escape parses, but is no text; it would fail later without a place.
    void CheckStrings(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped)
                continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                throw RefuseAt(reader.TokenStartIndex, "this string holds half of a surrogate pair.");
            }
        }
    }

    static int FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(utf8[offset..], out _, out var length) == OperationStatus.Done)
            offset += length;
        return offset;
    }

    [GeneratedRegex(@"\s*(Path: \S+ \| )?LineNumber: \d+ \| BytePositionInLine: \d+\.?$")]
    private static partial Regex Position();
}
