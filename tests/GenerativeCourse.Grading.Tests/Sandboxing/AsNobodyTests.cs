using System.Diagnostics;
using System.Runtime.Versioning;
using GenerativeCourse.Grading.Sandboxing;
using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Grading.Tests.Sandboxing;

public sealed class AsNobodyTests : FolderTests
{
    [Fact, UnsupportedOSPlatform("windows")]
    public void Nobody_reads_and_writes_its_own_folder_and_nothing_of_roots()
    {
        Peer.RequireHardware(Sandbox.IsRoot, "root's rights");
        var secret = Path.Combine(Folder.FullName, "release.key");
        File.WriteAllText(secret, "expected");
        File.SetUnixFileMode(secret, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(Folder.FullName, (UnixFileMode)0b111_101_101);
        var script = $"id -u; cat {secret} || echo unread; touch {Folder.FullName}/x || echo unwritten; touch $HOME/mine && echo written; env | cut -d= -f1 | sort | tr '\\n' ' '; cat /proc/self/status | grep -c 'CapEff:.*0000000000000000'";
        var worker = Sandbox.AsNobody(new WorkerOptions { Command = new WorkerCommand("/bin/sh", ["-c", script]) }, Folder.CreateSubdirectory("own").FullName);
        using var process = Process.Start(new ProcessStartInfo(worker.Command.FileName, worker.Command.Arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = worker.WorkingDirectory })!;
        _ = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = process.StandardOutput.ReadToEnd().Split('\n');
        Assert.Equal(["65534", "unread", "unwritten", "written"], said[..4]);
        Assert.DoesNotContain("LS_COLORS", said[4]);
        Assert.EndsWith("1", said[4]);
    }
}
