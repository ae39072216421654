using GenerativeCourse.Evaluation;
using GenerativeCourse.Notebooks.Formats;
using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Cli.Running;

/// <summary>Runs the notebooks of one <c>course run</c>, some at a time: what befalls one costs the others nothing.</summary>
public static class NotebookBatch
{
    /// <summary>Runs, writes and reports; answers 0 when all ran, else 1.</summary>
    /// <exception cref="UserException">The request cannot be met.</exception>
    public static async Task<int> Run(RunRequest request, CancellationToken cancellation)
    {
        var course = CourseFolder.Find();
        var paths = NotebookChoice.Find(request.Notebooks, course["notebooks"]);
        var names = Names(paths);
        var target = request.InPlace ? null : Path.GetFullPath(request.Out ?? course["out", "notebooks"]);
        if (target is not null && names.Zip(paths).FirstOrDefault(pair => pair.First != Path.GetFileName(pair.Second)) is { First: { } twice })
            throw new UserException($"{twice}: another notebook of this name is run too, and one would overwrite the other in {target}; run them one after another with --out");
        var options = request.ToOptions();
        var outcomes = new NotebookOutcome[paths.Count];
        using (var display = RunDisplay.Start(names))
        {
            using var places = new SemaphoreSlim(request.Jobs);
            await Task.WhenAll(paths.Select(async (path, i) =>
            {
                await places.WaitAsync(cancellation);
                try
                {
                    outcomes[i] = await One(course, path, names[i], target, options, display, cancellation);
                }
                finally
                {
                    places.Release();
                }
                if (outcomes[i].Problem is { } problem)
                    display.Refused(names[i], problem);
            }));
        }
        RunReport.Write(outcomes);
        if (request.JUnit is not null)
            WriteJUnit(request.JUnit, outcomes);
        return outcomes.All(outcome => outcome is { Problem: null, Result: { } result } && (request.AllowErrors ? result.Completed : result.Succeeded)) ? 0 : 1;
    }

    static async Task<NotebookOutcome> One(
        CourseFolder course, string path, string name, string? target, RunOptions options, IRunProgress progress, CancellationToken cancellation)
    {
        NotebookResult? result = null;
        try
        {
            var notebook = Notebook.Read(path);
            var before = target is null ? notebook.Clone() : null;
            using var recording = target is null ? ResultRecording.Of(course, path) : null;
            result = await new NotebookRunner(recording?.Noted(options) ?? options, progress).RunAsync(notebook, name, Path.GetDirectoryName(path)!, cancellation);
            if (before is not null)
                OutputChoice.KeepUnchanged(before, notebook);
            if (recording is not null && result.Succeeded)
                await recording.Keep(cancellation);
            var written = target is null ? path : Path.Combine(target, name);
            Directory.CreateDirectory(Path.GetDirectoryName(written)!);
            notebook.Write(written);
            return new NotebookOutcome(name, result, null, written);
        }
        catch (Exception error) when (error is NotebookFormatException or ResultException or IOException or UnauthorizedAccessException)
        {
            return new NotebookOutcome(name, result, error.Message, null);
        }
    }

    // File names, where they tell notebooks apart; else paths from here.
    static List<string> Names(IReadOnlyList<string> paths) =>
    [
        .. paths.Select(path => paths.Count(other => Path.GetFileName(other) == Path.GetFileName(path)) == 1
            ? Path.GetFileName(path)
            : Path.GetRelativePath(Environment.CurrentDirectory, path)),
    ];

    static void WriteJUnit(string path, IEnumerable<NotebookOutcome> outcomes)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            WholeFile.Write(path, JUnitReport.ToBytes([.. outcomes.Select(outcome => outcome.Result ?? Refusal(outcome))]));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"--junit: {error.Message}");
        }
    }

    static NotebookResult Refusal(NotebookOutcome outcome) => new(
        outcome.Name,
        [new CellResult(0, "file", "", CellVerdict.Failed, TimeSpan.Zero, new CellFailure(FailureKind.NotStarted, outcome.Problem!))],
        DateTimeOffset.UtcNow, TimeSpan.Zero, 0);
}
