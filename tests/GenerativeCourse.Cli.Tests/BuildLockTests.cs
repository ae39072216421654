using System.Diagnostics;
using System.Runtime.Versioning;

namespace GenerativeCourse.Cli.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class BuildLockTests
{
    [Fact]
    public async Task It_waits_for_the_scripts_lock_and_the_script_for_it()
    {
        using var folder = new TemporaryFolder();
        var course = new CourseFolder(folder.Path);
        Directory.CreateDirectory(course.Out);
        var file = course["out", "lock"];
        using var script = Process.Start(new ProcessStartInfo("flock", [file, "sh", "-c", "echo held; read line"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Assert.Equal("held", await script.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        var taking = BuildLock.Take(course, TestContext.Current.CancellationToken);
        Assert.False(taking.IsCompleted);
        await script.StandardInput.WriteLineAsync();
        using var taken = await taking;
        using var other = Process.Start("flock", ["-n", file, "true"]);
        await other.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, other.ExitCode);
    }
}
