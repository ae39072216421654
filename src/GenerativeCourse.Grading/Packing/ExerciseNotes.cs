using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GenerativeCourse.Grading.Exercises;

namespace GenerativeCourse.Grading.Packing;

/// <summary>What an instructor knows of an exercise beyond the lecture: it stands in the source's metadata and leaves it only here.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Minutes">What a typical learner needs; null where nobody has said.</param>
/// <param name="Questions">Questions to ask in person.</param>
public sealed partial record ExerciseNotes(Exercise Exercise, string Title, double? Minutes, IReadOnlyList<OralQuestion> Questions)
{
    /// <summary>Reads an exercise's notes.</summary>
    /// <exception cref="AssignmentException"><c>minutes</c> is no number, or an oral question has no question or no answer.</exception>
    public static ExerciseNotes Of(Exercise exercise)
    {
        var course = exercise.Answer.Metadata["course"] as JsonObject;
        var minutes = course?["minutes"];
        if (minutes is not null && (minutes is not JsonValue value || !value.TryGetValue(out double number) || number is not (> 0 and < 10_000)))
            throw new AssignmentException($"exercise {exercise.Id}: metadata.course.minutes must be a number of minutes, not {minutes.ToJsonString()}");
        return new ExerciseNotes(exercise, TitleOf(exercise), minutes?.GetValue<double>(), [.. (course?["oral_questions"] as JsonArray ?? []).Select(item => Question(exercise, item))]);
    }

    static OralQuestion Question(Exercise exercise, JsonNode? item) =>
        item is JsonObject pair && pair["question"] is JsonValue question && pair["answer"] is JsonValue answer && question.TryGetValue(out string? asked) && answer.TryGetValue(out string? told)
            ? new OralQuestion(asked, told)
            : throw new AssignmentException($"exercise {exercise.Id}: each of metadata.course.oral_questions has a question and an answer");

    /// <summary>What the task says, below its heading where it has one.</summary>
    public string Task => Exercise.Task.Count == 0 ? "" : HeadingOf(Exercise) is { } heading ? Exercise.Task[^1].Source[(heading.Index + heading.Length)..] : Exercise.Task[^1].Source;

    // Of "### 2. A title (3 points)" the title; where the task has no heading, the id.
    static string TitleOf(Exercise exercise) => HeadingOf(exercise) is { } heading ? heading.Groups[1].Value : char.ToUpperInvariant(exercise.Id[0]) + exercise.Id[1..];

    static Match? HeadingOf(Exercise exercise) => exercise.Task.Count > 0 ? Heading().Matches(exercise.Task[^1].Source).LastOrDefault() : null;

    [GeneratedRegex(@"^###+ +(?:\d+\. +)?(.+?)(?: *\([^()]*points?[^()]*\))?\r?$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
