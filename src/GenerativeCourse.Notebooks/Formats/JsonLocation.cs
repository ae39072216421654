using System.Text;
using System.Text.Json;

namespace GenerativeCourse.Notebooks.Formats;

/// <summary>Finds where in a JSON text a value stands, for messages.</summary>
static class JsonLocation
{
    /// <summary>The one-based line and column, in characters, of a byte.</summary>
    public static (int Line, int Column) At(ReadOnlySpan<byte> utf8, long offset)
    {
        var before = utf8[..(int)Math.Min(offset, utf8.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    /// <summary>The line and column of the value at a path of keys and indices, or of the nearest value above it that is there.</summary>
    public static (int Line, int Column) Of(ReadOnlySpan<byte> utf8, params ReadOnlySpan<object> path)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = NotebookText.MaxDepth });
        reader.Read();
        var found = reader.TokenStartIndex;
        foreach (var step in path)
        {
            if (!(step is int index ? ToItem(ref reader, index) : ToProperty(ref reader, (string)step)))
                break;
            found = reader.TokenStartIndex;
        }
        return At(utf8, found);
    }

    static bool ToItem(ref Utf8JsonReader reader, int index)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (index-- == 0)
                return true;
            reader.Skip();
        }
        return false;
    }

    static bool ToProperty(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var match = reader.ValueTextEquals(name);
            reader.Read();
            if (match)
                return true;
            reader.Skip();
        }
        return false;
    }
}
