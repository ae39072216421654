using System.IO.Enumeration;
using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Jupyter.Wire;

namespace GenerativeCourse.Notebooks.Jupyter.Requests;

/// <summary>The cells that were run since the kernel started, for a console's arrow keys and its search.</summary>
internal sealed class History
{
    const int Most = 10_000;
    readonly Lock gate = new();
    readonly List<Entry> entries = [];

    /// <summary>Adds a cell under its execution count.</summary>
    public void Add(int line, string source)
    {
        lock (gate)
        {
            entries.Add(new Entry(line, source, null));
            if (entries.Count > Most)
                entries.RemoveRange(0, Most / 10);
        }
    }

    /// <summary>Keeps the text of the last cell's result.</summary>
    public void AddResult(string text)
    {
        lock (gate)
        {
            if (entries.Count > 0)
                entries[^1] = entries[^1] with { Result = text };
        }
    }

    /// <summary>The content of the reply to a <c>history_request</c>.</summary>
    public JsonObject Reply(JsonObject request)
    {
        List<Entry> found;
        lock (gate)
        {
            found = request.Text("hist_access_type", "tail") switch
            {
                "range" => Range(request),
                "search" => Search(request),
                _ => Last(entries, request.Number("n", Most)),
            };
        }
        var output = request.Flag("output", false);
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. found.Select(entry => (JsonNode)new JsonArray(0, entry.Line, output ? new JsonArray(entry.Source, entry.Result) : entry.Source))]),
        };
    }

    // Only the session that runs is known: 0, or counted back from it.
    List<Entry> Range(JsonObject request) => request.Number("session", 0) != 0
        ? []
        : entries.FindAll(entry => entry.Line >= request.Number("start", 0) && entry.Line < request.Number("stop", int.MaxValue));

    List<Entry> Search(JsonObject request)
    {
        var pattern = request.Text("pattern", "*");
        var found = entries.FindAll(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Source, ignoreCase: false));
        if (request.Flag("unique", false))
            found = [.. found.AsEnumerable().Reverse().DistinctBy(entry => entry.Source).Reverse()];
        return Last(found, request.Number("n", Most));
    }

    static List<Entry> Last(List<Entry> entries, int count) => [.. entries.TakeLast(Math.Max(0, count))];

    sealed record Entry(int Line, string Source, string? Result);
}
