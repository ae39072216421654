using System.Globalization;
using GenerativeCourse.Exercises.Judging;
using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Grading.Releasing.Passes;
using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Grading.Checking;

/// <summary>Tries an exercise in a session where what it needs has been run: with the stub, with each wrong answer, and with the solution, which stays. With <paramref name="seeds"/>, with the inputs of each of them, too.</summary>
sealed class ExerciseTrial(CellSession session, Exercise exercise, IReadOnlyList<int> seeds)
{
    const double LeastPower = 0.99;
    const double MostFalseFail = 1e-6;

    readonly List<Problem> problems = [];
    readonly List<string> rejected = [];
    readonly string place = $"exercise {exercise.Id}";
    readonly SeedTrial trial = new(session, exercise, seeds);

    /// <summary>Tries it; answers also its tests as they can be graded by.</summary>
    public async Task<(CheckedExercise Report, IReadOnlyList<KeyTest> Tests)> Run(CancellationToken cancellation)
    {
        if (await Solve(cancellation).ConfigureAwait(false) is not { } tests)
            return (Report([]), []);
        await Stub(tests, cancellation).ConfigureAwait(false);
        foreach (var wrong in exercise.WrongAnswers)
            await Wrong(tests, wrong, cancellation).ConfigureAwait(false);
        var (outcomes, failure) = await Try(exercise.Solution, tests, cancellation).ConfigureAwait(false);
        if (failure is not null)
            problems.Add(new Problem(place, $"its solution fails: {failure.Message}"));
        foreach (var failed in outcomes.Where(outcome => !outcome.Judgement.Passed))
            problems.Add(new Problem(place, $"its solution fails a check that it passed before: {failed.Judgement.Message(failed.Check.Asked, "")}"));
        return (Report(tests), tests);
    }

    CheckedExercise Report(IReadOnlyList<KeyTest> tests)
    {
        var chances = tests.SelectMany(test => test.Checks).Select(check => FalseFail(check.Expectation)).Where(rate => rate > 0).ToList();
        var rate = chances.Sum();
        if (rate > MostFalseFail * (1 + 1e-9))
            problems.Add(new Problem(place, string.Create(CultureInfo.InvariantCulture, $"its {chances.Count} checks of draws together fail right answers {rate:0.##e+0} of the time; {MostFalseFail:0.#e+0} is allowed: give each its share, as in falseFail: {Math.Floor(100.0 / chances.Count) / 10:0.#}e-7")));
        return new CheckedExercise(exercise, rejected, rate, problems);
    }

    // What a right answer fails by chance, as each test states it.
    static double FalseFail(Expectation expectation) => expectation is IStatistical statistical ? statistical.FalseFail : 0;

    async Task<IReadOnlyList<KeyTest>?> Solve(CancellationToken cancellation)
    {
        if ((await session.Run(exercise.Solution, cancellation).ConfigureAwait(false)).Failure is { } failure)
        {
            problems.Add(new Problem(place, $"its solution fails: {failure.Message}"));
            return null;
        }
        var tests = new List<KeyTest>();
        foreach (var test in exercise.Tests)
        {
            try
            {
                tests.Add(await TestRecorder.Record(session, test, cancellation).ConfigureAwait(false));
            }
            catch (AssignmentException wrong)
            {
                problems.Add(new Problem(place, $"its solution fails {wrong.Message}"));
                return null;
            }
            foreach (var failed in (await TestEvaluator.Evaluate(session, tests[^1], cancellation).ConfigureAwait(false)).Where(outcome => !outcome.Judgement.Passed))
                problems.Add(new Problem($"test {test.GradeId}", $"the solution fails it: {failed.Judgement.Message(failed.Check.Asked, "")}"));
        }
        try
        {
            return await trial.Record(tests, cancellation).ConfigureAwait(false);
        }
        catch (AssignmentException wrong)
        {
            problems.Add(new Problem(place, $"its solution fails {wrong.Message}"));
            return null;
        }
    }

    async Task Stub(IReadOnlyList<KeyTest> tests, CancellationToken cancellation)
    {
        var (outcomes, failure) = await Try(ClearSolutions.Stub(exercise.Solution), tests, cancellation).ConfigureAwait(false);
        if (failure is { Name: "CompilationError" })
            problems.Add(new Problem(place, $"the stub does not compile, so that a learner begins with an error: {failure.Message}"));
        foreach (var test in tests.Where(test => outcomes.Count > 0 && outcomes.Where(outcome => test.Checks.Contains(outcome.Check)).All(outcome => outcome.Judgement.Passed)))
            problems.Add(new Problem($"test {test.GradeId}", "the stub passes it: an empty answer would earn its points"));
    }

    async Task Wrong(IReadOnlyList<KeyTest> tests, WrongAnswer wrong, CancellationToken cancellation)
    {
        var (outcomes, failure) = await Try(exercise.With(wrong), tests, cancellation).ConfigureAwait(false);
        if (failure is not null)
            problems.Add(new Problem(place, $"the wrong answer '{wrong.Name}' cannot be run: {failure.Message}"));
        var failed = outcomes.Where(outcome => !outcome.Judgement.Passed).ToList();
        if (failed.FirstOrDefault(outcome => outcome.Failure is { Name: "CompilationError" }) is { } mistaken)
            problems.Add(new Problem(place, $"the wrong answer '{wrong.Name}' does not fit its tests: {mistaken.Failure!.Message}"));
        if (failure is not null)
            return;
        if (failed.Count == 0)
        {
            problems.Add(new Problem(place, $"the wrong answer '{wrong.Name}' passes all of its tests"));
            return;
        }
        if (failed.All(outcome => tests.Any(test => test.Variants is not null && test.Checks.Contains(outcome.Check)))
            && await trial.Passed(tests, cancellation).ConfigureAwait(false) is [var passed, ..] all)
            problems.Add(new Problem(place, $"the wrong answer '{wrong.Name}' passes all of its tests with {all.Count} of {seeds.Count} seeds, such as Given.Seed = {passed}"));
        // What rejects it by a value rejects it always; only where none does, chance counts.
        var best = failed.FirstOrDefault(outcome => FalseFail(outcome.Check.Expectation) == 0) ?? failed.MaxBy(Power)!;
        var power = Power(best);
        if (power < LeastPower)
            problems.Add(new Problem(place, string.Create(CultureInfo.InvariantCulture, $"the wrong answer '{wrong.Name}' would be rejected {power:P0} of the time; {LeastPower:P0} are wanted: ask for more draws")));
        var how = FalseFail(best.Check.Expectation) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {power:P0} of the time");
        rejected.Add($"{wrong.Name}: rejected by {best.Check.Asked}{how}");
    }

    static double Power(CheckOutcome outcome) => FalseFail(outcome.Check.Expectation) > 0 && outcome.Outcome?.Value is { IsNumeric: true, Shape.Count: 1, Count: > 1 } value
        ? Checking.Power.Estimate(outcome.Check.Expectation, value)
        : 1;

    async Task<(IReadOnlyList<CheckOutcome> Outcomes, CellFailure? Failure)> Try(string answer, IReadOnlyList<KeyTest> tests, CancellationToken cancellation)
    {
        if ((await session.Run(answer, cancellation).ConfigureAwait(false)).Failure is { } failure)
            return ([], failure);
        var outcomes = new List<CheckOutcome>();
        foreach (var test in tests)
            outcomes.AddRange(await TestEvaluator.Evaluate(session, test, cancellation).ConfigureAwait(false));
        return (outcomes, null);
    }
}
