using System.Runtime.Versioning;
using GenerativeCourse.Cli.Testing;

namespace GenerativeCourse.Cli.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class TestRunTests
{
    static async Task<IReadOnlyList<FinishedTest>> Run(string script, double seconds = 60)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), $"{PeerPackage.HardwarePrefix}a Unix shell");
        using var folder = new TemporaryFolder();
        var program = folder.File("Fake.Tests");
        await File.WriteAllTextAsync(program, "#!/bin/sh\n" + script);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var results = new List<FinishedTest>();
        await new TestRun(new CourseFolder(folder.Path), new TestProject("Fake.Tests", "", program))
            .Run(null, soak: true, TimeSpan.FromSeconds(seconds), results.Add, TestContext.Current.CancellationToken);
        return results;
    }

    const string Starting = """echo '{"$type":"test-starting","TestUniqueID":"1","TestDisplayName":"A.B"}'""";

    [Fact]
    public async Task A_process_that_dies_fails_and_names_what_was_running()
    {
        var result = Assert.Single(await Run($"{Starting}\necho 'terminate called' >&2\nexit 134"));
        Assert.Equal(TestOutcome.Failed, result.Outcome);
        Assert.Equal("the test process ended with code 134; running: A.B\nterminate called", result.Why);
    }

    [Fact]
    public async Task What_tests_leave_in_the_temporary_folder_goes()
    {
        var result = Assert.Single(await Run("mkdir \"$TMPDIR/left\" && echo \"$TMPDIR\" >&2\nexit 1"));
        var folder = result.Why.Split('\n')[^1];
        Assert.StartsWith(Path.GetTempPath(), folder);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_process_that_hangs_is_stopped()
    {
        var result = Assert.Single(await Run($"{Starting}\nsleep 600", seconds: 0.5));
        Assert.Contains("was stopped; running: A.B", result.Why);
    }

    [Fact]
    public async Task Soak_reaches_the_tests()
    {
        var result = Assert.Single(await Run(
            """echo "{\"\$type\":\"test-skipped\",\"TestUniqueID\":\"1\",\"Reason\":\"soak=$COURSE_SOAK\"}"; echo '{"$type":"test-assembly-finished"}'"""));
        Assert.Equal("soak=1", result.Why);
    }
}
