using System.Diagnostics;

namespace GenerativeCourse.Cli.Testing;

/// <summary>A Debian package that some tests compare with: a line of tests/peers.txt.</summary>
public sealed record PeerPackage(string Name, string Probe, string Why)
{
    /// <summary>How the reason of a test skipped for want of a package begins.</summary>
    public const string SkipPrefix = "needs the package ";

    /// <summary>How the reason of a test skipped for want of hardware begins.</summary>
    public const string HardwarePrefix = "needs hardware: ";

    /// <summary>Debian's Python, which sees Debian's packages; another may stand before it on the path.</summary>
    public const string Python = "/usr/bin/python3";

    /// <summary>Reads the list.</summary>
    /// <exception cref="FormatException">A line has fewer than three words.</exception>
    public static IReadOnlyList<PeerPackage> Read(string path) =>
        [.. File.ReadLines(path).Where(line => line.Trim() is not ("" or ['#', ..])).Select(Parse)];

    static PeerPackage Parse(string line) =>
        line.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var name, var probe, var why]
            ? new PeerPackage(name, probe, why)
            : throw new FormatException($"peers.txt wants a package, its probe and why, not: {line}");

    /// <summary>Whether the machine has it, by apt or otherwise: the Python module is found, or the command is on the path.</summary>
    public bool IsInstalled() => Probe.Split(':', 2) switch
    {
        ["python", var module] => Succeeds(Python, "-c", $"import importlib.util, sys; sys.exit(importlib.util.find_spec('{module}') is None)"),
        ["command", var command] => Succeeds("sh", "-c", $"command -v {command}"),
        _ => throw new FormatException($"{Name}'s probe is python:MODULE or command:NAME, not {Probe}"),
    };

    static bool Succeeds(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
