using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GenerativeCourse.Notebooks.Runner;

/// <summary>
/// Tells whether two runs of a cell put out the same but for timings, so that a committed file need not change.
/// Timings are: a number with a unit of time (<c>1.23 s</c>, <c>90 ms</c>, <c>2 minutes</c>), a rate (<c>512.3 images/s</c>), a clock reading
/// (<c>00:12</c>, <c>1:02:03.5</c>) and a date with a time. They count as equal in text and in JSON; pictures must be the same.
/// </summary>
public static partial class OutputComparison
{
    /// <summary>Whether two lists of nbformat outputs differ in nothing but timings.</summary>
    public static bool SameButTimings(JsonArray before, JsonArray after) =>
        before.Count == after.Count && before.Zip(after).All(pair => Same(pair.First, pair.Second));

    /// <summary>The text with every timing masked; blanks beside it go too, since numbers are padded.</summary>
    public static string Mask(string text) => Timing().Replace(text, "⏱");

    static bool Same(JsonNode? a, JsonNode? b, string key = "") => (a, b) switch
    {
        (JsonObject x, JsonObject y) => x.Count == y.Count && x.All(entry => y.TryGetPropertyValue(entry.Key, out var other) && Same(entry.Value, other, entry.Key)),
        (JsonArray x, JsonArray y) => x.Count == y.Count && x.Zip(y).All(pair => Same(pair.First, pair.Second, key)),
        _ when a?.GetValueKind() == JsonValueKind.String && b?.GetValueKind() == JsonValueKind.String =>
            SameText(a.GetValue<string>(), b.GetValue<string>(), picture: key.StartsWith("image/", StringComparison.Ordinal) && key != "image/svg+xml"),
        // The number of an execution says nothing about its output.
        _ when key == "execution_count" => true,
        _ => JsonNode.DeepEquals(a, b),
    };

    static bool SameText(string a, string b, bool picture) => a == b || (!picture && Mask(a) == Mask(b));

    [GeneratedRegex("""
        [ \t]*(?<![\w.:])(
            \d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})?
          | (\d+\.)?\d{1,2}:\d{2}:\d{2}([.,]\d+)?
          | \d{2}:\d{2}(?!\])
          | \d+([.,]\d+)*(e[+-]?\d+)?[ ]?
            ( (ns|[µμu]s|ms|s|secs?|seconds?|mins?|minutes?|h|hours?|milliseconds?|microseconds?)
            | [a-z]+/(s|sec|second|min|minute|h|hour)
            )
        )(?![\w:])
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Timing();
}
