using System.Diagnostics;
using GenerativeCourse.Grading.Evaluation;

/// <summary>The course tool as a lecturer starts it, with its time and the memory of all that it starts.</summary>
sealed class ToolProcess(string tool)
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>The tool that <c>./course</c> built ahead of time: one that is compiled as it runs is several times slower. Null where there is none.</summary>
    public static ToolProcess? Find()
    {
        var name = OperatingSystem.IsWindows() ? "course-tool.exe" : "course-tool";
        string?[] folders = [Environment.GetEnvironmentVariable("COURSE_TOOL"), Environment.GetEnvironmentVariable("COURSE_OUT") is { Length: > 0 } built ? Path.Combine(built, "tool") : null];
        return folders.Where(folder => folder is { Length: > 0 }).Select(folder => Path.Combine(folder!, name)).FirstOrDefault(File.Exists) is { } found ? new ToolProcess(found) : null;
    }

    /// <summary>Runs it; answers the seconds that it took, and the most resident memory that it and its children held together, in bytes.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it said.</exception>
    public async Task<(double Seconds, long Memory)> Run(params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEndAsync();
        var table = process.StandardOutput.ReadToEndAsync();
        var exit = process.WaitForExitAsync();
        long most = 0;
        while (await Task.WhenAny(exit, Task.Delay(Interval)) != exit)
            if (OperatingSystem.IsLinux())
                most = Math.Max(most, ProcessTree.Of(process.Id).Memory);
        return process.ExitCode == 0 ? (clock.Elapsed.TotalSeconds, most) : throw new InvalidOperationException(await said + await table);
    }
}
