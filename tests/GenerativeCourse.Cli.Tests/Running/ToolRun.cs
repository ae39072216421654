using System.Diagnostics;

namespace GenerativeCourse.Cli.Tests.Running;

/// <summary>The tool as a user starts it, in a folder that goes with the test.</summary>
public sealed class ToolRun : IDisposable
{
    static readonly string Name = OperatingSystem.IsWindows() ? "course-tool.exe" : "course-tool";

    /// <summary>The tool's executable: that beside the tests.</summary>
    public string Program { get; private init; } = Path.Combine(AppContext.BaseDirectory, Name);

    /// <summary>The tool that <c>./course</c> built ahead of time, where it runs the tests: it starts kernels several times as fast.</summary>
    public static ToolRun Built() => Environment.GetEnvironmentVariable("COURSE_OUT") is { Length: > 0 } folder && Path.Combine(folder, "tool", Name) is var built && File.Exists(built)
        ? new ToolRun { Program = built }
        : new ToolRun();

    public string Folder { get; } = Directory.CreateTempSubdirectory("course-tool-").FullName;

    public Dictionary<string, string> Variables { get; } = [];

    public string this[string name] => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public Process Begin(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Interrupts a process as Ctrl-C does, by the shell's own kill: a bare Debian has no program of that name.</summary>
    public static void Interrupt(Process process)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -INT {process.Id}"]);
        kill.WaitForExit();
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
