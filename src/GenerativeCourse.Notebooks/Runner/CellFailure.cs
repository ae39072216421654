namespace GenerativeCourse.Notebooks.Runner;

/// <summary>Why a cell failed.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Name">The error's name: an exception's type for <see cref="FailureKind.Error"/>, else the kind.</param>
/// <param name="Message">What a person reads, usually one line.</param>
/// <param name="Traceback">The kernel's account by lines; empty for what the runner found.</param>
public sealed record CellFailure(FailureKind Kind, string Name, string Message, IReadOnlyList<string> Traceback)
{
    /// <summary>A failure that the runner found.</summary>
    public CellFailure(FailureKind kind, string message) : this(kind, kind.ToString(), message, [])
    {
    }

    /// <summary>Whether the process is gone, and the variables with it.</summary>
    public bool IsFatal => Kind is not (FailureKind.Error or FailureKind.Timeout or FailureKind.OutputLimit) || ProcessEnded;

    /// <summary>Whether the runner had to end the process, because the cell did not stop when asked.</summary>
    public bool ProcessEnded { get; init; }
}
