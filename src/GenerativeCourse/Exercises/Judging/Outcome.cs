using System.Text.Json;

namespace GenerativeCourse.Exercises.Judging;

/// <summary>What came of an asked expression: a value, or what it threw.</summary>
/// <param name="Value">What it gave; null where it threw.</param>
/// <param name="Thrown">The full names of the exception's type and of the types that it derives from, the closest first; null where it gave a value.</param>
/// <param name="Message">What the exception said.</param>
public sealed record Outcome(PlainValue? Value, IReadOnlyList<string>? Thrown = null, string? Message = null)
{
    /// <summary>It gave a value.</summary>
    public static Outcome Returned(PlainValue value) => new(value);

    /// <summary>It threw.</summary>
    public static Outcome Threw(Exception exception)
    {
        var types = new List<string>();
        for (var type = exception.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            types.Add(type.FullName ?? type.Name);
        return new Outcome(null, types, exception.Message);
    }

    /// <summary>It as one line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is no outcome, or both or neither of a value and an exception.</exception>
    public static Outcome FromJson(string json) =>
        JsonSerializer.Deserialize<Outcome>(json) is { } outcome && outcome.Value is null == (outcome.Thrown is { Count: > 0 })
            ? outcome
            : throw new JsonException("an outcome is a value or an exception");
}
