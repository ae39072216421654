namespace GenerativeCourse.Notebooks.Worker;

/// <summary>How a worker is set up for a notebook.</summary>
public sealed record WorkerOptions
{
    /// <summary>The executable; by default the one that runs now.</summary>
    public WorkerCommand Command { get; init; } = WorkerCommand.Self;

    /// <summary>The notebook's folder, which is the worker's working directory.</summary>
    public string WorkingDirectory { get; init; } = System.Environment.CurrentDirectory;

    /// <summary>Variables set on top of this process's own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Package id to assembly paths that meet <c>#r "nuget: id"</c> without a restore.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Libraries { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>A message longer than this is read past and reported as <c>oversized</c>; in bytes.</summary>
    public int MessageLimit { get; init; } = 100 << 20;
}
