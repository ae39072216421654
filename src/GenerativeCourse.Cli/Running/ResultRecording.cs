using GenerativeCourse.Evaluation;
using GenerativeCourse.Notebooks.Runner;

namespace GenerativeCourse.Cli.Running;

/// <summary>Takes the numbers that a lecture prints while it is rewritten into <c>notebooks/results.json</c>.</summary>
sealed class ResultRecording : IDisposable
{
    static readonly SemaphoreSlim OneAtATime = new(1);

    readonly CourseFolder course;
    readonly string lecture;
    readonly string log = Path.Combine(Path.GetTempPath(), $"course-results-{Guid.NewGuid():N}.jsonl");

    ResultRecording(CourseFolder course, string lecture) => (this.course, this.lecture) = (course, lecture);

    /// <summary>The recording of one lecture, such as <c>06-vae.ipynb</c>; null for a notebook that is none of the course's.</summary>
    public static ResultRecording? Of(CourseFolder course, string path) =>
        Path.GetFileName(path) is [>= '0' and <= '9', >= '0' and <= '9', ..] name && Path.GetDirectoryName(Path.GetFullPath(path)) == Path.GetFullPath(course["notebooks"])
            ? new ResultRecording(course, name[..2])
            : null;

    /// <summary>The terms of a run whose cells leave their rows.</summary>
    public RunOptions Noted(RunOptions options) => options with
    {
        Worker = options.Worker with { Environment = new Dictionary<string, string>(options.Worker.Environment) { [ResultLog.Variable] = log } },
    };

    /// <summary>Takes the rows into the ledger, and out of it the quick profile's that the lecture no longer prints.</summary>
    /// <exception cref="ResultException">The ledger or the rows are damaged, or a key is another lecture's.</exception>
    public async Task Keep(CancellationToken cancellation)
    {
        var rows = ResultLog.Read(log);
        bool IsMine(ResultRow row) => row.Key.StartsWith($"{lecture}.", StringComparison.Ordinal);
        if (rows.FirstOrDefault(row => !IsMine(row)) is { } wrong)
            throw new ResultException($"lecture {lecture} prints the result {wrong.Key}, whose key is not its own: it begins with {lecture}.");
        await Record(course, rows, row => row.Profile == "quick" && IsMine(row) && !rows.Any(mine => mine.Key == row.Key), cancellation);
    }

    /// <summary>Puts rows into the ledger, with the commit that they were made at, and takes others out.</summary>
    /// <exception cref="ResultException">The ledger or a row is damaged.</exception>
    public static async Task Record(CourseFolder course, IEnumerable<ResultRow> rows, Func<ResultRow, bool> isGone, CancellationToken cancellation)
    {
        var (code, head) = await ChildProcess.Capture("git", ["-C", course.Path, "rev-parse", "HEAD"], cancellation);
        var commit = code == 0 ? head.Trim() : "";
        var file = course["notebooks", "results.json"];
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            ResultLedger.Read(file).Without(isGone).With(rows.Select(row => row with { Commit = commit })).Write(file);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>Deletes what the notebook left.</summary>
    public void Dispose() => File.Delete(log);
}
