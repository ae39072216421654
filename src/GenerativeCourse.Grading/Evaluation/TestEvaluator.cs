using System.Text.Json;
using GenerativeCourse.Exercises.Judging;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Grading.Evaluation;

/// <summary>Asks an answer, in the session where it runs, for what a test wants to know, and judges here.</summary>
static class TestEvaluator
{
    /// <summary>Evaluates all checks of a test.</summary>
    public static Task<IReadOnlyList<CheckOutcome>> Evaluate(CellSession session, KeyTest test, CancellationToken cancellation) => Evaluate(session, test, test.Checks, cancellation);

    /// <summary>Evaluates some checks of a test in order, sending no other's inputs; after one that ended the process the rest has failed too.</summary>
    public static async Task<IReadOnlyList<CheckOutcome>> Evaluate(CellSession session, KeyTest test, IReadOnlyList<KeyCheck> checks, CancellationToken cancellation)
    {
        var outcomes = new List<CheckOutcome>();
        var failure = AskedCode.Inputs(test, checks) is { } inputs ? (await session.Run(inputs, cancellation).ConfigureAwait(false)).Failure : null;
        foreach (var check in checks)
        {
            if (failure is { IsFatal: true } || session.HasEnded)
            {
                outcomes.Add(Fail(check, failure ?? new CellFailure(FailureKind.ProcessExited, "the process has ended")));
                continue;
            }
            var reply = await session.Run(AskedCode.Ask(test, check), cancellation).ConfigureAwait(false);
            outcomes.Add(Judge(check, reply));
            failure = reply.Failure;
        }
        return outcomes;
    }

    /// <summary>A check that could not be asked.</summary>
    public static CheckOutcome Fail(KeyCheck check, CellFailure failure) =>
        new(check, null, failure, new Judgement(false, check.Expectation.Text, failure.Message));

    static CheckOutcome Judge(KeyCheck check, CellReply reply)
    {
        if (reply.Failure is { } failure)
            return Fail(check, failure);
        try
        {
            var outcome = Outcome.FromJson(reply.Result ?? "");
            return new CheckOutcome(check, outcome, null, check.Judge(outcome));
        }
        catch (Exception forged) when (forged is JsonException or FormatException or OverflowException or ArgumentException)
        {
            return Fail(check, new CellFailure(FailureKind.Error, "no value came back"));
        }
    }
}
