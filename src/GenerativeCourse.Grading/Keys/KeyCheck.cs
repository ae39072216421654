using GenerativeCourse.Exercises.Judging;

namespace GenerativeCourse.Grading.Keys;

/// <summary>One check of a test: what is asked of an answer, and what is expected of it.</summary>
/// <param name="Asked">The asked expression.</param>
/// <param name="Uses">The variables that it uses, and those that they are made from, in order.</param>
/// <param name="Hint">What a learner is told when it fails.</param>
/// <param name="IsHidden">Whether students do not see it.</param>
/// <param name="Expectation">What is expected: never sent to where an answer runs.</param>
/// <param name="Draws">How many draws the solution gave, where a statistic judges them: with fewer, which a wrong answer could pass with, an answer fails; else null.</param>
public sealed record KeyCheck(string Asked, IReadOnlyList<string> Uses, string Hint, bool IsHidden, Expectation Expectation, double? Draws = null)
{
    /// <summary>Judges what an answer gave.</summary>
    public Judgement Judge(Outcome outcome)
    {
        var judgement = Expectation.Judge(outcome);
        return judgement.Passed && Counted(Expectation, outcome) < Draws
            ? new Judgement(false, Expectation.Text, $"{Counted(Expectation, outcome)} draws", Diagnosis: $"{Draws} draws were asked, and fewer say less")
            : judgement;
    }

    /// <summary>How many draws a value holds that a statistic judges; null where none does.</summary>
    public static double? Counted(Expectation expectation, Outcome outcome) => (expectation, outcome.Value) switch
    {
        (MeanExpectation or MomentsExpectation, { } value) => value.Count,
        (FrequenciesExpectation, { } value) => value.ToNumbers().Sum(),
        _ => null,
    };
}
