using System.Collections.Concurrent;
using GenerativeCourse.Cli.Testing;

namespace GenerativeCourse.Testing;

/// <summary>What a test needs beyond the course's own set-up: it is skipped, and says why, on a machine without.</summary>
internal static class Peer
{
    static readonly Lazy<IReadOnlyList<PeerPackage>> Listed = new(() => PeerPackage.Read(Path.Combine(AppContext.BaseDirectory, "peers.txt")));
    static readonly ConcurrentDictionary<string, bool> Found = new();

    /// <summary>Skips the test unless a package of tests/peers.txt is there.</summary>
    public static void Require(string package)
    {
        var peer = Listed.Value.FirstOrDefault(peer => peer.Name == package)
            ?? throw new ArgumentException($"tests/peers.txt does not list {package}: add a line for it", nameof(package));
        Assert.SkipUnless(Found.GetOrAdd(package, _ => peer.IsInstalled()), $"{PeerPackage.SkipPrefix}{package} ({peer.Why})");
    }

    /// <summary>Skips the test unless the machine has a piece of hardware, such as "a CUDA device": no package can bring it, so <c>--all</c> lets this skip pass.</summary>
    public static void RequireHardware(bool present, string what) => Assert.SkipUnless(present, $"{PeerPackage.HardwarePrefix}{what}");

    /// <summary>Skips the test where no interrupt reaches what it starts: on Windows, and where the tests were started with SIGINT ignored, as nohup and a script's <c>&amp;</c> do, since children inherit that.</summary>
    public static void RequireInterrupts() => RequireHardware(!OperatingSystem.IsWindows() && !IgnoresInterrupts(), "interrupts, which nohup and a script's & take from all that they start");

    static bool IgnoresInterrupts()
    {
        const string Ignored = "SigIgn:";
        const int Interrupt = 2;
        return OperatingSystem.IsLinux() && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Ignored, StringComparison.Ordinal)) is { } mask
            && (Convert.ToUInt64(mask[Ignored.Length..].Trim(), 16) & 1 << Interrupt - 1) != 0;
    }
}
