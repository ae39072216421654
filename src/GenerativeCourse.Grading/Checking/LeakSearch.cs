using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Checking;

/// <summary>Looks through a release for what students must not get.</summary>
static class LeakSearch
{
    const int ShortestLine = 12;

    /// <summary>What of an assignment's solutions, hidden tests, wrong answers and oral questions stands in its release.</summary>
    public static IEnumerable<Problem> Find(Assignment assignment, Notebook release)
    {
        var texts = release.Cells.Select(cell => (cell.Id, Text: cell.Node.ToJsonString(), cell.Source)).ToList();
        foreach (var exercise in assignment.Exercises)
        {
            foreach (var (id, _, source) in texts)
            {
                if (HoldsAll(source, Marked(MarkedRegion.Solution, exercise.Solution)))
                    yield return new Problem($"exercise {exercise.Id}", $"its solution stands in cell {id}, which students get");
                foreach (var wrong in exercise.WrongAnswers.Where(wrong => HoldsAll(source, Lines(wrong.Source))))
                    yield return new Problem($"exercise {exercise.Id}", $"the wrong answer '{wrong.Name}' stands in cell {id}, which students get");
            }
            foreach (var (id, text, source) in texts)
            {
                if (exercise.WrongAnswers.FirstOrDefault(wrong => text.Contains(Escaped(wrong.Why), StringComparison.Ordinal)) is { } told)
                    yield return new Problem($"exercise {exercise.Id}", $"why a learner gives the answer '{told.Name}' stands in cell {id}, which students get");
                if (OralQuestions(exercise).FirstOrDefault(told => text.Contains(Escaped(told), StringComparison.Ordinal)) is { } asked)
                    yield return new Problem($"exercise {exercise.Id}", $"of an oral question '{asked}' stands in cell {id}, which students get");
                foreach (var test in exercise.Tests)
                    if (Marked(MarkedRegion.HiddenTests, test.Source).FirstOrDefault(line => Lines(source).Contains(line)) is { } hidden)
                        yield return new Problem($"test {test.GradeId}", $"the hidden line '{hidden}' stands in cell {id}, which students get");
            }
        }
    }

    // What is asked in person, and the answers to it.
    static IEnumerable<string> OralQuestions(Exercise exercise) => ((exercise.Answer.Metadata["course"] as JsonObject)?["oral_questions"] as JsonArray ?? [])
        .OfType<JsonObject>().SelectMany(question => question).Select(entry => entry.Value).OfType<JsonValue>()
        .Select(value => value.TryGetValue(out string? text) ? text : "").Where(text => text.Length >= ShortestLine);

    static string Escaped(string text) => JsonValue.Create(text).ToJsonString().Trim('"');

    static IReadOnlyList<string> Marked(MarkedRegion region, string source)
    {
        var lines = source.Split('\n');
        return [.. region.Lines(source).Order().Select(line => lines[line].Trim()).Where(IsTelling)];
    }

    static IReadOnlyList<string> Lines(string source) => [.. source.Split('\n').Select(line => line.Trim()).Where(IsTelling)];

    // A bracket or a short statement stands in many cells and tells nothing; the marks are no part of what they mark.
    static bool IsTelling(string line) => line.Length >= ShortestLine && !line.StartsWith("// BEGIN ", StringComparison.Ordinal) && !line.StartsWith("// END ", StringComparison.Ordinal);

    static bool HoldsAll(string source, IReadOnlyList<string> lines)
    {
        var held = Lines(source);
        return lines.Count > 0 && lines.All(held.Contains);
    }
}
