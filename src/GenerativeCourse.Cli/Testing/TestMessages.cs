using System.Text.Json;

namespace GenerativeCourse.Cli.Testing;

/// <summary>Follows the JSON lines that an xunit.v3 executable writes with <c>-automated</c>.</summary>
public sealed class TestMessages(string root)
{
    readonly Dictionary<string, string> _names = [];
    readonly Dictionary<string, string> _running = [];

    /// <summary>The tests that have started and not ended, by name.</summary>
    public IReadOnlyCollection<string> Running => _running.Values;

    /// <summary>Whether the run has said that it is through.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Reads a line; a result where a test has ended, null for every other message and for lines that are none.</summary>
    public FinishedTest? Read(string line)
    {
        if (line is not ['{', ..])
            return null;
        JsonElement message;
        try
        {
            message = JsonSerializer.Deserialize<JsonElement>(line);
        }
        catch (JsonException)
        {
            return null;
        }
        return message.TryGetProperty("$type", out var type) ? Read(type.GetString()!, message) : null;
    }

    FinishedTest? Read(string type, JsonElement message)
    {
        var id = Text(message, "TestUniqueID");
        switch (type)
        {
            case "test-starting":
                _names[id] = _running[id] = Text(message, "TestDisplayName");
                return null;
            case "test-passed":
                return End(id, TestOutcome.Passed);
            case "test-skipped":
                return End(id, TestOutcome.Skipped, Text(message, "Reason"));
            case "test-failed":
                return End(id, TestOutcome.Failed, Failure(message));
            case "test-assembly-finished":
                IsFinished = true;
                return null;
            case "error-message" or "test-assembly-cleanup-failure" or "test-collection-cleanup-failure" or "test-class-cleanup-failure"
                or "test-method-cleanup-failure" or "test-case-cleanup-failure" or "test-cleanup-failure":
                return new FinishedTest(type.Replace('-', ' '), TestOutcome.Failed, Failure(message));
            default:
                return null;
        }
    }

    FinishedTest End(string id, TestOutcome outcome, string why = "")
    {
        _running.Remove(id);
        return new FinishedTest(_names.GetValueOrDefault(id, id), outcome, why);
    }

    static string Text(JsonElement message, string property) =>
        message.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    // Exceptions one below the other, an inner one after the one that holds it; each with its type unless it is an assertion's.
    string Failure(JsonElement message)
    {
        string[] All(string property) => message.TryGetProperty(property, out var values) && values.ValueKind == JsonValueKind.Array
            ? [.. values.EnumerateArray().Select(value => value.GetString() ?? "")]
            : [];
        var (types, texts, traces) = (All("ExceptionTypes"), All("Messages"), All("StackTraces"));
        var lines = new List<string>();
        for (var i = 0; i < texts.Length; i++)
        {
            var type = types.ElementAtOrDefault(i) ?? "";
            lines.Add(type.StartsWith("Xunit.", StringComparison.Ordinal) ? texts[i] : $"{type}: {texts[i]}");
            lines.AddRange((traces.ElementAtOrDefault(i) ?? "").Split('\n').Select(frame => frame.Trim()).Where(frame => frame.Contains(root, StringComparison.Ordinal))
                .Select(frame => frame.Replace(root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)));
        }
        if (Text(message, "Output").TrimEnd() is { Length: > 0 } output)
            lines.Add("its output:\n" + output);
        return string.Join('\n', lines);
    }
}
