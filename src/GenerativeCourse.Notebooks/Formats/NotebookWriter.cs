using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Formats;

/// <summary>Writes a notebook byte for byte as Python's nbformat does.</summary>
sealed class NotebookWriter
{
    readonly ArrayBufferWriter<byte> buffer = new(1 << 16);
    int depth;

    public static byte[] Write(Notebook notebook)
    {
        var writer = new NotebookWriter();
        var entries = notebook.Fields.Select(field => (field.Key, (Action)(() => writer.RootField(field.Key, field.Value))))
            .Append(("cells", () => writer.List(notebook.Cells, cell => writer.Cell(cell.Node))));
        writer.Object(entries);
        writer.Raw("\n");
        return writer.buffer.WrittenSpan.ToArray();
    }

    void RootField(string key, JsonNode? value)
    {
        if (key == "metadata")
            Fields(value!.AsObject(), (_, node) => Node(node), "orig_nbformat", "orig_nbformat_minor", "signature");
        else
            Node(value);
    }

    void Cell(JsonObject cell)
    {
        var code = (string?)cell["cell_type"] == "code";
        Fields(cell, (key, value) =>
        {
            switch (key)
            {
                case "source": Lines(value); break;
                case "metadata": Fields(value!.AsObject(), (_, node) => Node(node), "trusted"); break;
                case "attachments" when value is JsonObject attachments: Fields(attachments, (_, bundle) => Bundle(bundle)); break;
                case "outputs" when code: List(value!.AsArray(), output => Output(output!.AsObject())); break;
                default: Node(value); break;
            }
        });
    }

    void Output(JsonObject output)
    {
        var type = (string?)output["output_type"];
        Fields(output, (key, value) =>
        {
            if (key == "data" && type is "execute_result" or "display_data")
                Bundle(value);
            else if (key == "text" && type == "stream")
                Lines(value);
            else
                Node(value);
        });
    }

    void Bundle(JsonNode? bundle)
    {
        if (bundle is not JsonObject entries)
        {
            Node(bundle);
            return;
        }
        Fields(entries, (type, value) =>
        {
            if (MultilineText.IsSplit(type))
                Lines(value);
            else
                Node(value);
        });
    }

    void Lines(JsonNode? text)
    {
        if (text?.GetValueKind() == JsonValueKind.String)
            List(MultilineText.Split(text.GetValue<string>()), line => String(line.Span));
        else
            Node(text);
    }

    void Node(JsonNode? node)
    {
        switch (node)
        {
            case null: Raw("null"); break;
            case JsonObject entries: Fields(entries, (_, value) => Node(value)); break;
            case JsonArray items: List(items, Node); break;
            case JsonValue value when value.TryGetValue(out string? text): String(text); break;
            // Numbers keep the digits that they were read with.
            case JsonValue value when value.TryGetValue(out JsonElement element): Raw(element.GetRawText()); break;
            default: Raw(node.ToJsonString()); break;
        }
    }

    void Fields(JsonObject entries, Action<string, JsonNode?> write, params ReadOnlySpan<string> omitted)
    {
        var kept = new List<(string, Action)>(entries.Count);
        foreach (var (key, value) in entries)
        {
            if (!omitted.Contains(key))
                kept.Add((key, () => write(key, value)));
        }
        Object(kept);
    }

    void Object(IEnumerable<(string Key, Action Write)> entries) =>
        Block('{', '}', entries.OrderBy(entry => entry.Key, CodePointOrder.Instance), entry =>
        {
            String(entry.Key);
            Raw(": ");
            entry.Write();
        });

    void List<T>(IEnumerable<T> items, Action<T> write) => Block('[', ']', items, write);

    void Block<T>(char open, char close, IEnumerable<T> items, Action<T> write)
    {
        Raw([open]);
        depth++;
        var any = false;
        foreach (var item in items)
        {
            Raw(any ? ",\n" : "\n");
            Indent();
            write(item);
            any = true;
        }
        depth--;
        if (any)
        {
            Raw("\n");
            Indent();
        }
        Raw([close]);
    }

    void Indent()
    {
        buffer.GetSpan(depth)[..depth].Fill((byte)' ');
        buffer.Advance(depth);
    }

    void String(ReadOnlySpan<char> text)
    {
        Raw("\"");
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(Escaped);
            Raw(plain < 0 ? text : text[..plain]);
            if (plain < 0)
                break;
            Raw(text[plain] switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\f' => "\\f",
                '\b' => "\\b",
                var control => $"\\u{(int)control:x4}",
            });
            text = text[(plain + 1)..];
        }
        Raw("\"");
    }

    void Raw(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, buffer);

    static readonly SearchValues<char> Escaped =
        SearchValues.Create(['"', '\\', .. Enumerable.Range(0, 0x20).Select(control => (char)control)]);
}
