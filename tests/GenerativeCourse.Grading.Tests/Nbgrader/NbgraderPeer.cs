using System.Diagnostics;

namespace GenerativeCourse.Grading.Tests.Nbgrader;

/// <summary>nbgrader itself, from a checkout of jupyter/nbgrader that <c>COURSE_NBGRADER</c> names, on Debian's Python packages.</summary>
static class NbgraderPeer
{
    /// <summary>The checkout's folder.</summary>
    public static string Checkout => Environment.GetEnvironmentVariable("COURSE_NBGRADER") is { Length: > 0 } folder ? folder : throw new InvalidOperationException("COURSE_NBGRADER must name a checkout of jupyter/nbgrader");

    /// <summary>The settings that the course ships.</summary>
    public static string Config => Path.Combine(AppContext.BaseDirectory, "nbgrader_config.py");

    /// <summary>Runs <c>peer.py</c>; answers what it wrote to standard output, and with <paramref name="fails"/> unset throws where it fails.</summary>
    public static string Run(string folder, IEnumerable<string> arguments, bool fails = false)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-W", "ignore", Path.Combine(AppContext.BaseDirectory, "peer.py"), Checkout, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 || fails ? output + (fails ? errors.Result : "") : throw new InvalidOperationException(errors.Result);
    }
}
