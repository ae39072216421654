using System.Diagnostics;

namespace GenerativeCourse.Cli.Tests.Running;

/// <summary>The tool as a user starts it, in a folder that goes with the test.</summary>
public sealed class ToolRun : IDisposable
{
    static readonly string Tool = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "course-tool.exe" : "course-tool");

    public string Folder { get; } = Directory.CreateTempSubdirectory("course-tool-").FullName;

    public Dictionary<string, string> Variables { get; } = [];

    public string this[string name] => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public Process Begin(params string[] arguments)
    {
        var start = new ProcessStartInfo(Tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public (int Code, string Output) Run(params string[] arguments)
    {
        using var process = Begin(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
