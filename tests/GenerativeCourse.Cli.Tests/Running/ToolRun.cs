using System.Diagnostics;

namespace GenerativeCourse.Cli.Tests.Running;

/// <summary>The tool as a user starts it, in a folder that goes with the test.</summary>
public sealed class ToolRun : IDisposable
{
    static readonly string Tool = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "course-tool.exe" : "course-tool");

    public string Folder { get; } = Directory.CreateTempSubdirectory("course-tool-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public Process Begin(params string[] arguments) => Process.Start(new ProcessStartInfo(Tool, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Folder,
    })!;

    public (int Code, string Output) Run(params string[] arguments)
    {
        using var process = Begin(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
