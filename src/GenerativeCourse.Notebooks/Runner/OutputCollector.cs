using System.Text;
using System.Text.Json.Nodes;

namespace GenerativeCourse.Notebooks.Runner;

/// <summary>Turns a kernel's messages into the outputs that a notebook file stores, for one notebook from its first cell to its last.</summary>
public sealed class OutputCollector(OutputLimits limits)
{
    readonly Lock gate = new();
    readonly Dictionary<string, List<JsonObject>> displays = new(StringComparer.Ordinal);
    JsonArray outputs = [];
    StringBuilder? streamText;
    long kept;
    long dropped;
    bool clearBeforeNext;

    /// <summary>Becomes true when the cell has put out more than the hard limit.</summary>
    public bool Flooded { get; private set; }

    /// <summary>Starts a cell: what comes from now on is its own.</summary>
    public void Begin()
    {
        lock (gate)
        {
            Settle();
            outputs = [];
            (kept, dropped, clearBeforeNext, Flooded) = (0, 0, false, false);
        }
    }

    /// <summary>The cell's outputs, in nbformat's form. Later display updates still reach them.</summary>
    public JsonArray End()
    {
        lock (gate)
        {
            Settle();
            NoteDropped();
            return outputs;
        }
    }

    /// <summary>Takes a message of Jupyter's IOPub vocabulary; unknown types are passed over.</summary>
    public void Add(string messageType, JsonObject content)
    {
        lock (gate)
        {
            switch (messageType)
            {
                case "stream": AddStream((string)content["name"]!, (string)content["text"]!); break;
                case "display_data" or "execute_result": AddDisplay(messageType, content); break;
                case "update_display_data": Update(content); break;
                case "error": AddError(content); break;
                case "clear_output" when (bool?)content["wait"] == true: clearBeforeNext = true; break;
                case "clear_output": Clear(); break;
                case "oversized": Drop((long)content["length"]!); break;
            }
        }
    }

    /// <summary>Adds an error that the runner, not the kernel, found; the kernel's own word that it was interrupted makes way for it.</summary>
    public void AddFailure(string name, string value)
    {
        lock (gate)
        {
            Settle();
            if (outputs is [.., JsonObject last] && (string?)last["ename"] == "Interrupted")
                outputs.RemoveAt(outputs.Count - 1);
            NoteDropped();
            AddError(new JsonObject { ["ename"] = name, ["evalue"] = value, ["traceback"] = new JsonArray($"{name}: {value}") });
        }
    }

    void AddStream(string name, string text)
    {
        MakeWay();
        var length = Encoding.UTF8.GetByteCount(text);
        if (!Keep(length))
        {
            var room = (int)Math.Min(limits.Kept - kept, text.Length);
            if (room <= 0)
                return;
            text = char.IsHighSurrogate(text[room - 1]) ? text[..(room - 1)] : text[..room];
            kept = limits.Kept;
        }
        if (streamText is null || (string?)outputs[^1]!["name"] != name)
        {
            Settle();
            outputs.Add(Stream(name, ""));
            streamText = new StringBuilder();
        }
        streamText.Append(text);
    }

    void AddDisplay(string type, JsonObject content)
    {
        MakeWay();
        var data = Detach(content, "data");
        if (!Keep(Size(data)))
            return;
        Settle();
        var output = new JsonObject { ["output_type"] = type, ["data"] = data, ["metadata"] = Detach(content, "metadata") };
        if (type == "execute_result")
            output["execution_count"] = content["execution_count"]?.DeepClone();
        outputs.Add(output);
        if ((string?)content["transient"]?["display_id"] is { } id)
        {
            if (!displays.TryGetValue(id, out var shown))
                displays[id] = shown = [];
            shown.Add(output);
        }
    }

    // An update replaces what it shows, in whatever cell that stands; it adds no output and so counts for nothing unless it is larger than a cell may be.
    void Update(JsonObject content)
    {
        if ((string?)content["transient"]?["display_id"] is not { } id || !displays.TryGetValue(id, out var shown))
            return;
        var data = Detach(content, "data");
        var metadata = Detach(content, "metadata");
        if (Size(data) is var size && size > limits.Kept)
        {
            Drop(size);
            return;
        }
        foreach (var output in shown)
            (output["data"], output["metadata"]) = (data.DeepClone(), metadata.DeepClone());
    }

    void AddError(JsonObject content)
    {
        MakeWay();
        Settle();
        outputs.Add(new JsonObject
        {
            ["output_type"] = "error",
            ["ename"] = (string?)content["ename"] ?? "",
            ["evalue"] = Shorten((string?)content["evalue"] ?? ""),
            ["traceback"] = new JsonArray([.. (content["traceback"] as JsonArray ?? []).Take(1000).Select(line => (JsonNode)Shorten((string)line!))]),
        });
    }

    static string Shorten(string text) => text.Length <= 100_000 ? text : $"{text[..100_000]} [{text.Length - 100_000:N0} characters are left out]";

    void MakeWay()
    {
        if (clearBeforeNext)
            Clear();
    }

    void Clear()
    {
        Settle();
        outputs.Clear();
        (kept, dropped, clearBeforeNext) = (0, 0, false);
    }

    // Text of a stream is gathered beside its output, or a long stream would be copied with each piece.
    void Settle()
    {
        if (streamText is null)
            return;
        outputs[^1]!["text"] = streamText.ToString();
        streamText = null;
    }

    bool Keep(long size)
    {
        if (dropped == 0 && kept + size <= limits.Kept)
        {
            kept += size;
            return true;
        }
        Drop(size);
        return false;
    }

    void Drop(long size)
    {
        dropped += size;
        Flooded |= dropped > limits.Dropped;
    }

    void NoteDropped()
    {
        if (dropped > 0)
            outputs.Add(Stream("stderr", $"[{dropped:N0} bytes of output are left out: the cell wrote more than {limits.Kept:N0}.]\n"));
        dropped = 0;
    }

    static long Size(JsonObject data) => data.Sum(entry => entry.Value switch
    {
        JsonValue value when value.TryGetValue(out string? text) => (long)Encoding.UTF8.GetByteCount(text),
        null => 4,
        var json => json.ToJsonString().Length,
    });

    static JsonObject Detach(JsonObject content, string key)
    {
        var value = content[key] as JsonObject ?? [];
        content.Remove(key);
        return value;
    }

    static JsonObject Stream(string name, string text) => new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };
}
