using GenerativeCourse.Grading.Evaluation;
using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Grading.Submissions;

/// <summary>How submissions are graded.</summary>
public sealed record GraderOptions
{
    /// <summary>How the kernel is started that students' code runs in: see <see cref="Sandboxing.Sandbox.Enclose"/>.</summary>
    public required WorkerOptions Worker { get; init; }

    /// <summary>What a cell or an asked expression may use.</summary>
    public SessionLimits Limits { get; init; } = new();

    /// <summary>The largest notebook that is read, in bytes.</summary>
    public long NotebookSize { get; init; } = 20_000_000;
}
