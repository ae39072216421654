using System.Text.RegularExpressions;
using GenerativeCourse.Cli.Testing;

namespace GenerativeCourse.Cli.Tests;

public sealed partial class PeerPackageTests
{
    static string Tests => CourseFolder.Find()["tests"];

    [Fact]
    public void The_list_reads_and_each_probe_runs() => Assert.All(PeerPackage.Read(Path.Combine(Tests, "peers.txt")), peer => peer.IsInstalled());

    [Fact]
    public void Every_package_that_a_test_asks_for_is_listed()
    {
        var listed = PeerPackage.Read(Path.Combine(Tests, "peers.txt")).Select(peer => peer.Name).ToHashSet();
        var asked = Directory.EnumerateFiles(Tests, "*.cs", SearchOption.AllDirectories).SelectMany(file => Asked().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value);
        Assert.Empty(asked.Except(listed));
    }

    [Fact]
    public void What_is_there_is_found() => Assert.True(new PeerPackage("sh", "command:sh", "a shell").IsInstalled());

    [Theory]
    [InlineData("command:no-such-command-anywhere")]
    [InlineData("python:no_such_module_anywhere")]
    public void What_is_not_there_is_not_found(string probe) => Assert.False(new PeerPackage("none", probe, "nothing").IsInstalled());

    [Fact]
    public void A_probe_of_another_kind_is_refused() => Assert.Throws<FormatException>(() => new PeerPackage("x", "file:x", "why").IsInstalled());

    [GeneratedRegex("""Peer\.Require\("([^"]+)"\)""")]
    private static partial Regex Asked();
}
