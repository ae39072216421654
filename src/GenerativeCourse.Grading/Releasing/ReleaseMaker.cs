using GenerativeCourse.Grading.Checking;
using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Notebooks.Formats;
using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Grading.Releasing;

/// <summary>Makes releases of lectures whose exercises are sound.</summary>
/// <param name="worker">How the kernel is started that the lecturer's cells run in.</param>
/// <param name="limits">What a cell may use.</param>
/// <param name="seeded">Whether inputs that are made from <c>Given.Seed</c> differ between students.</param>
public sealed class ReleaseMaker(WorkerOptions worker, SessionLimits limits, bool seeded = false)
{
    /// <summary>Checks lectures and puts them together; null, with what is wrong in <paramref name="checks"/>, where one is not sound.</summary>
    /// <param name="name">What the release is called.</param>
    /// <param name="assignments">The lectures.</param>
    /// <param name="checks">Gets the report of each lecture.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Release?> Make(string name, IReadOnlyList<Assignment> assignments, ICollection<CheckReport> checks, CancellationToken cancellation = default)
    {
        var parts = new List<(string, Notebook, IReadOnlyList<KeyExercise>)>();
        foreach (var assignment in assignments)
        {
            var check = new AssignmentCheck(worker, limits, seeded);
            var report = await check.Run(assignment, cancellation).ConfigureAwait(false);
            checks.Add(report);
            if (report.Problems.Count == 0)
                parts.Add((assignment.Name, ReleasedNotebook.Make(assignment), [.. assignment.Exercises.Select(exercise => Key(exercise, check.Tests.GetValueOrDefault(exercise.Id) ?? []))]));
        }
        return parts.Count == assignments.Count ? Release.Of(name, parts) : null;
    }

    static KeyExercise Key(Exercise exercise, IReadOnlyList<KeyTest> tests) => new(exercise.Id, exercise.Needs, exercise.ManualPoints, tests, exercise.IsTask);
}
