using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Notebooks.Runner;

/// <summary>What a notebook may use while it runs, and how it is run.</summary>
public sealed record RunOptions
{
    /// <summary>How its process is started; the working directory is set to the notebook's folder.</summary>
    public WorkerOptions Worker { get; init; } = new();

    /// <summary>How long a cell may run; null for as long as it likes.</summary>
    public TimeSpan? CellTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a cell has to stop after it was asked to, before its process is ended.</summary>
    public TimeSpan InterruptGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How much resident memory the process may use, in bytes; null for no limit.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>How much a cell may put out.</summary>
    public OutputLimits Output { get; init; } = new();

    /// <summary>Whether the cells after a failed one are executed too.</summary>
    public bool AllowErrors { get; init; }

    /// <summary>Whether cells get nbclient's <c>execution</c> metadata: when they started and ended. It differs from run to run.</summary>
    public bool RecordTiming { get; init; }
}
