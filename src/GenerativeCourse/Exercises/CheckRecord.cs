using System.Text.Json;
using GenerativeCourse.Exercises.Judging;

namespace GenerativeCourse.Exercises;

/// <summary>Between <see cref="Begin"/> and <see cref="End"/> checks are written down and never fail, so that a release learns what each of them expects.</summary>
public static class CheckRecord
{
    static List<Entry>? entries;

    /// <summary>Begins to write down.</summary>
    public static void Begin() => entries = [];

    /// <summary>What was written down, as one line of JSON: a list of expectations and the outcomes that they met. Checks fail again from now on.</summary>
    public static string End()
    {
        var json = JsonSerializer.Serialize(entries ?? []);
        entries = null;
        return json;
    }

    /// <summary>Writes a check down, when that is asked for; answers whether it is.</summary>
    internal static bool Take(Expectation expectation, Outcome outcome)
    {
        entries?.Add(new Entry(expectation, outcome));
        return entries is not null;
    }

    sealed record Entry(Expectation Expectation, Outcome Outcome);
}
