using System.Text.RegularExpressions;
using GenerativeCourse.Grading.Submissions;

namespace GenerativeCourse.Grading.Serving;

/// <summary>Students who lost points at an exercise in the same way.</summary>
/// <param name="Exercise">The exercise.</param>
/// <param name="What">What went wrong: the diagnosis, where there is one.</param>
/// <param name="Students">Who.</param>
sealed partial record FailureGroup(ReviewedExercise Exercise, string What, IReadOnlyList<string> Students)
{
    const string Perhaps = "perhaps:";

    /// <summary>The groups of a class, the largest first.</summary>
    public static IReadOnlyList<FailureGroup> Of(ReviewedClass all) =>
    [
        .. all.Exercises.SelectMany(exercise => all.Answers(exercise).Where(answer => answer.HasFailed && answer.Cells.All(cell => cell.Manual is null))
            .GroupBy(Reason, answer => answer.Student).Select(group => new FailureGroup(exercise, group.Key, [.. group])))
            .OrderByDescending(group => group.Students.Count),
    ];

    /// <summary>Why an answer lost points, in a line: a diagnosis before a value that differs, and what can be seen before what is hidden.</summary>
    public static string Reason(ReviewedAnswer answer)
    {
        if (answer.Cells.Select(cell => cell.Grade.Note).OfType<string>().FirstOrDefault() is { } told)
            return FirstLine(GradeNote.Failure(told) is { } failure ? $"does not run: {Place().Replace(failure, "")}" : told);
        var failed = answer.Cells.SelectMany(cell => cell.Grade.Checks).Where(check => !check.Passed).ToList();
        var diagnosis = failed.Select(check => Line(check.Message, Perhaps)).FirstOrDefault(line => line is not null);
        return diagnosis ?? failed.Where(check => !check.IsHidden).Select(check => $"another value at {check.Name}").FirstOrDefault()
            ?? failed.Select(check => $"hidden check: {FirstLine(check.Message ?? "")}").FirstOrDefault() ?? "points were taken off";
    }

    static string? Line(string? message, string name) => message?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim();

    // Where in a cell an error stands tells nothing about what it is.
    [GeneratedRegex(@"^.{0,60}?: (?=error CS)|^\(\d+,\d+\): ")]
    private static partial Regex Place();

    static string FirstLine(string text) => text.Split('\n')[0] is { Length: > 160 } line ? $"{line[..160]} …" : text.Split('\n')[0];
}
