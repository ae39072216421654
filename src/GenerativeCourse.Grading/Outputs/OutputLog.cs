using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Outputs;

/// <summary>Collects what cells put out, within bounds. Nothing of it is trusted: text stays text, pictures are looked at, and of everything else only the kind is kept.</summary>
sealed class OutputLog
{
    const int MostText = 20_000, MostOutputs = 40, MostPictures = 4_000_000, MostLeft = 1000;

    readonly List<CellOutput> outputs = [];
    string? stream; // the name of the stream that the last output is of
    int text, pictures, left;

    /// <summary>Whether values that cells end with are taken; what an answer gives when it is asked is no output.</summary>
    public bool TakesValues { get; set; } = true;

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<CellOutput> Outputs => left == 0 ? outputs : [.. outputs, new CellOutput(OutputKind.Unshown, $"{(left == MostLeft ? "At least " : "")}{left} output{(left == 1 ? "" : "s")} more")];

    /// <summary>Takes the outputs that a cell of a file has.</summary>
    public void Add(NotebookCell cell)
    {
        stream = null;
        if (cell.Kind == CellKind.Code)
            foreach (var output in cell.Outputs.OfType<JsonObject>())
                Add(Word(output["output_type"]) ?? "", output);
    }

    /// <summary>Takes a message of a kernel, or an output of a file, which is the same but for its type.</summary>
    public void Add(string type, JsonObject content)
    {
        switch (type)
        {
            case "stream" when Word(content["text"]) is { } printed: Stream(Word(content["name"]) ?? "stdout", printed); break;
            case "error": Put(OutputKind.Error, Trace(content)); break;
            case "display_data" when content["data"] is JsonObject data: Display(data); break;
            case "execute_result" when TakesValues && content["data"] is JsonObject data: Display(data); break;
        }
    }

    void Stream(string name, string printed)
    {
        if (stream != name)
        {
            Put(OutputKind.Text, printed);
            stream = name;
        }
        else if (left == 0) // else it is of an output that was only counted
        {
            var kept = Keep(printed);
            outputs[^1] = outputs[^1].With(kept, printed.Length - kept.Length);
        }
    }

    void Display(JsonObject data)
    {
        stream = null;
        string? unshown = null;
        foreach (var type in (string[])["image/png", "image/jpeg", "image/svg+xml"])
        {
            if (Word(data[type]) is not { } given)
                continue;
            if (Picture(type, given) is { } picture)
            {
                Put(picture);
                return;
            }
            unshown ??= type;
        }
        if (Word(data["text/plain"]) is { Length: > 0 } plain)
            Put(OutputKind.Text, plain);
        unshown ??= data.Select(entry => entry.Key).FirstOrDefault(type => type is "text/html" or "application/javascript") ?? (data.ContainsKey("text/plain") ? null : data.FirstOrDefault().Key);
        if (unshown is not null)
            Put(new CellOutput(OutputKind.Unshown, unshown.Length <= 80 ? unshown : unshown[..80]));
    }

    CellOutput? Picture(string type, string data)
    {
        if (CheckedPicture.Read(type, type == "image/svg+xml" ? data : data.ReplaceLineEndings("")) is not { } bytes || (pictures += bytes.Length) > MostPictures)
            return null;
        return new CellOutput(OutputKind.Picture, Convert.ToBase64String(bytes), type);
    }

    /// <summary>A picture that a written answer carries; null where it cannot be shown.</summary>
    public CellOutput? Attachment(JsonObject bundle) =>
        bundle.Where(entry => entry.Key is "image/png" or "image/jpeg").Select(entry => Word(entry.Value) is { } data ? Picture(entry.Key, data) : null).FirstOrDefault(picture => picture is not null);

    void Put(OutputKind kind, string words)
    {
        stream = null;
        var kept = Keep(words);
        Put(new CellOutput(kind, "").With(kept, words.Length - kept.Length));
    }

    void Put(CellOutput output)
    {
        if (outputs.Count < MostOutputs)
            outputs.Add(output);
        else
            left = Math.Min(left + 1, MostLeft);
    }

    string Keep(string words)
    {
        var kept = words.Length <= MostText - text ? words : words[..(MostText - text)];
        text += kept.Length;
        return kept;
    }

    static string Trace(JsonObject error) => error["traceback"] is JsonArray { Count: > 0 } lines
        ? string.Join('\n', lines.Select(line => Word(line) ?? ""))
        : $"{Word(error["ename"])}: {Word(error["evalue"])}";

    // A text, or lines of one.
    static string? Word(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue(out string? text) => text,
        JsonArray lines when lines.All(line => line is JsonValue value && value.TryGetValue(out string? _)) => string.Concat(lines.Select(line => line!.GetValue<string>())),
        _ => null,
    };
}
