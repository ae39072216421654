using System.Diagnostics;

namespace GenerativeCourse.Lectures;

/// <summary>The course tool, started as a learner starts it.</summary>
static class Tool
{
    /// <summary>Runs a command and asserts that it ends well; answers what it wrote.</summary>
    public static async Task<string> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "course-tool.exe" : "course-tool"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["COURSE_ROOT"] = Lecture.Course.Path;
        using Process tool = Process.Start(start)!;
        Task<string> report = tool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), errors = tool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
        string written = await report + await errors;
        Assert.True(tool.ExitCode == 0, $"course {string.Join(' ', arguments)} ended with {tool.ExitCode}:\n{written}");
        return written;
    }
}
