namespace GenerativeCourse.Notebooks.Worker;

/// <summary>How a worker is started: an executable whose <c>Main</c> hands over to <see cref="WorkerHost"/>, and what comes before its own arguments.</summary>
public sealed record WorkerCommand(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>The executable that runs now, started by itself or by <c>dotnet</c>.</summary>
    public static WorkerCommand Self
    {
        get
        {
            var path = Environment.ProcessPath ?? throw new PlatformNotSupportedException("The path of this process is unknown.");
            var hosted = Path.GetFileNameWithoutExtension(path).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
            return new WorkerCommand(path, hosted ? [Environment.GetCommandLineArgs()[0]] : []);
        }
    }
}
