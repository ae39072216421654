using System.Text.RegularExpressions;
using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Grading.Submissions;

/// <summary>What a student is told of a check. Of a hidden one nothing that came from the process in which it was evaluated, which a student's code could have filled with the test's inputs.</summary>
static partial class Feedback
{
    const int LongestMessage = 2000;

    /// <summary>A check as its student may read it.</summary>
    public static CheckGrade Of(CheckOutcome outcome) => outcome.Check.IsHidden
        ? new CheckGrade("a hidden check", outcome.Judgement.Passed, outcome.Judgement.Passed ? null : $"{Manner(outcome)}; hint: {outcome.Check.Hint}", true)
        : new CheckGrade(outcome.Check.Asked, outcome.Judgement.Passed, outcome.Judgement.Passed ? null : Shorten(outcome.Judgement.Message(outcome.Check.Asked, outcome.Check.Hint)), false);

    /// <summary>All checks of a test whose answer could not be run.</summary>
    public static IReadOnlyList<CheckGrade> OfAll(KeyTest test, string why) => [.. test.Checks.Select(check => new CheckGrade(check.IsHidden ? "a hidden check" : check.Asked, false, Shorten(why), check.IsHidden))];

    /// <summary>A text of bounded length.</summary>
    public static string Shorten(string text) => text.Length <= LongestMessage ? text : $"{text[..LongestMessage]} …";

    /// <summary>A failure of an answer's cell by its line alone: "Cell[2]:" is a count of the grader's own, which nobody else sees.</summary>
    public static string ByLine(string message) => CellCount().Replace(message, "");

    [GeneratedRegex(@"\bCell\[\d+\]:(?=line )")]
    private static partial Regex CellCount();

    /// <summary>Why an answer could not say what it was asked, in words of ours.</summary>
    public static string Manner(FailureKind kind) => kind switch
    {
        FailureKind.Timeout => "it took too long with other inputs",
        FailureKind.MemoryLimit => "it used too much memory with other inputs",
        FailureKind.OutputLimit => "it printed too much with other inputs",
        FailureKind.Error => "it could not be asked",
        _ => "it ended its process with other inputs",
    };

    /// <summary>The failure of a hidden check that was not tried, because a visible one has cost the points already.</summary>
    public static readonly CellFailure NotTried = new(FailureKind.Error, "a visible check failed");

    /// <summary>What is said of it.</summary>
    public const string Untried = "it was not tried, because a visible check failed";

    static string Manner(CheckOutcome outcome) => outcome switch
    {
        { Failure: { } failure } when failure == NotTried => Untried,
        { Failure: { } failure } => Manner(failure.Kind),
        { Outcome.Thrown: not null } => "it threw an exception with other inputs",
        _ => "it gave another value than expected with other inputs",
    };
}
