using System.Diagnostics;
using System.Globalization;
using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Notebooks.Formats;
using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Grading.Checking;

/// <summary>Shows that an assignment is sound, in one run of what its exercises need: stubs and wrong answers fail, solutions pass, and nothing hidden is released.</summary>
/// <param name="worker">How the kernel is started; it is the lecturer's own code that runs.</param>
/// <param name="limits">What a cell may use.</param>
/// <param name="seeded">Whether inputs that are made from <c>Given.Seed</c> are to differ between students: every set of them is then tried.</param>
public sealed class AssignmentCheck(WorkerOptions worker, SessionLimits limits, bool seeded = false)
{
    static readonly TimeSpan LongestNeeded = TimeSpan.FromSeconds(30);

    /// <summary>The tests of each exercise as they can be graded by, once <see cref="Run"/> has found them sound.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<KeyTest>> Tests => tests;

    readonly Dictionary<string, IReadOnlyList<KeyTest>> tests = [];

    /// <summary>Checks an assignment; what is wrong with it is in the report.</summary>
    public async Task<CheckReport> Run(Assignment assignment, CancellationToken cancellation = default)
    {
        List<Problem> problems = [.. assignment.Problems];
        // Without sound marks neither a release nor a run is possible.
        if (problems.Count > 0)
            return new CheckReport(assignment, [], problems, TimeSpan.Zero);
        problems.AddRange(FormRules.Problems(assignment));
        if (seeded && !assignment.Exercises.Any(exercise => exercise.Tests.Any(test => AskedCode.Seeded(test.Source))))
            problems.Add(new Problem(assignment.Name, "no test makes its inputs from Given.Seed, so that they cannot differ between students"));
        try
        {
            problems.AddRange(LeakSearch.Find(assignment, ReleasedNotebook.Make(assignment)));
        }
        catch (AssignmentException wrong)
        {
            problems.Add(new Problem(assignment.Name, wrong.Message));
        }
        var (exercises, needed) = await Try(assignment, problems, cancellation).ConfigureAwait(false);
        problems.AddRange(exercises.SelectMany(exercise => exercise.Problems));
        if (needed > LongestNeeded)
            problems.Add(new Problem(assignment.Name, string.Create(CultureInfo.InvariantCulture, $"the cells that its exercises need run {needed.TotalSeconds:0} s, and would for each submission; {LongestNeeded.TotalSeconds:0} s are allowed")));
        return new CheckReport(assignment, exercises, problems, needed);
    }

    async Task<(IReadOnlyList<CheckedExercise> Exercises, TimeSpan Needed)> Try(Assignment assignment, List<Problem> problems, CancellationToken cancellation)
    {
        var needed = assignment.Needed.ToHashSet();
        var answers = assignment.Exercises.Where(exercise => exercise.Answer.Kind == CellKind.Code).ToDictionary(exercise => exercise.Answer.Id);
        var done = new List<CheckedExercise>();
        var time = TimeSpan.Zero;
        if (answers.Count == 0)
            return (done, time);
        using var session = CellSession.Start(worker, limits);
        foreach (var cell in assignment.Notebook.CodeCells)
        {
            if (answers.TryGetValue(cell.Id, out var exercise))
            {
                var (report, keys) = await new ExerciseTrial(session, exercise, seeded ? StudentSeed.Of(assignment.Name) : []).Run(cancellation).ConfigureAwait(false);
                done.Add(report);
                tests[exercise.Id] = keys;
            }
            else if (needed.Contains(cell.Id))
            {
                var clock = Stopwatch.StartNew();
                var failure = (await session.Run(cell.Source, cancellation).ConfigureAwait(false)).Failure;
                time += clock.Elapsed;
                if (failure is null)
                    continue;
                problems.Add(new Problem($"cell {cell.Id}", $"exercises need it, and after the needed cells before it it fails: {failure.Message}"));
                break;
            }
            if (session.HasEnded)
                break;
        }
        return (done, time);
    }
}
