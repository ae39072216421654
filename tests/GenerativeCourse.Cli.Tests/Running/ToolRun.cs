using System.Collections.Concurrent;
using System.Diagnostics;

namespace GenerativeCourse.Cli.Tests.Running;

/// <summary>The tool as a user starts it, in a folder that goes with the test. What hangs is killed, so that its test fails and waits no longer.</summary>
public sealed class ToolRun : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    static readonly string Name = OperatingSystem.IsWindows() ? "course-tool.exe" : "course-tool";

    readonly ConcurrentBag<Process> started = [];
    readonly CancellationTokenSource limit = new(Patience);

    public ToolRun() => limit.Token.Register(End);

    /// <summary>The tool's executable: that beside the tests.</summary>
    public string Program { get; private init; } = Path.Combine(AppContext.BaseDirectory, Name);

    /// <summary>The tool that <c>./course</c> built ahead of time, where it runs the tests: it starts kernels several times as fast.</summary>
    public static ToolRun Built() => Environment.GetEnvironmentVariable("COURSE_OUT") is { Length: > 0 } folder && Path.Combine(folder, "tool", Name) is var built && File.Exists(built)
        ? new ToolRun { Program = built }
        : new ToolRun();

    public string Folder { get; } = Directory.CreateTempSubdirectory("course-tool-").FullName;

    public Dictionary<string, string> Variables { get; } = [];

    public string this[string name] => Path.Combine(Folder, name);

    public void Dispose()
    {
        limit.Dispose();
        End();
        Directory.Delete(Folder, recursive: true);
    }

    public Process Begin(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        started.Add(process);
        return process;
    }

    /// <summary>Interrupts a process as Ctrl-C does; the test asks for <see cref="Peer.RequireInterrupts"/> first.</summary>
    public static void Interrupt(Process process) => Signal(process, "INT");

    /// <summary>Asks a process to end.</summary>
    public static void Terminate(Process process) => Signal(process, "TERM");

    public (int Code, string Output) Run(params string[] arguments)
    {
        using var process = Begin(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    // By the shell's own kill: a bare Debian has no program of that name.
    static void Signal(Process process, string signal)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {process.Id}"]);
        kill.WaitForExit();
    }

    void End()
    {
        foreach (var process in started)
        {
            try
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
            catch (InvalidOperationException)
            {
                // Whoever started it has seen it end.
            }
        }
    }
}
