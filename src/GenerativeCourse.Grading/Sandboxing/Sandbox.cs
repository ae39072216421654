using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using GenerativeCourse.Notebooks.Worker;

namespace GenerativeCourse.Grading.Sandboxing;

/// <summary>
/// Puts a worker where it can hurt nobody: under bubblewrap, as nobody, with no network, a system that it can only read, an empty folder of its own in memory,
/// no process but its own in sight, and limits on memory, processes, files and processor time.
/// </summary>
public static class Sandbox
{
    /// <summary>The folder of its own, which is empty at the start and gone at the end.</summary>
    public const string Home = "/tmp";

    const int Nobody = 65534;
    const long AddressSpace = 10L << 30;
    const long HomeSize = 64 << 20;
    const long HeapLimit = 1 << 30;
    const int MostProcesses = 400;
    const int MostFiles = 1024;
    const int ProcessorSeconds = 600;

    // What a process needs of a system to run .NET, libtorch and a compiler-free kernel; nothing of /etc that names people or hosts.
    static readonly string[] SystemFolders = ["/usr", "/lib", "/lib64", "/bin", "/sbin", "/etc/alternatives", "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d"];

    /// <summary>Why grading cannot be sandboxed on this machine; null where it can. Tried once.</summary>
    public static string? Lacking => Trial.Value;

    static readonly Lazy<string?> Trial = new(Try);

    static string? Try()
    {
        if (!OperatingSystem.IsLinux())
            return "only Linux has the sandbox (bubblewrap) that grading puts students' code in";
        foreach (var (program, package) in new[] { ("/usr/bin/bwrap", "bubblewrap"), ("/usr/bin/prlimit", "util-linux"), ("/usr/bin/setpriv", "util-linux") })
            if (!File.Exists(program))
                return $"{program} is missing, which grading puts students' code in a sandbox with: apt install {package}";
        var trial = Enclose(new WorkerOptions { Command = new WorkerCommand("/usr/bin/true", []) }, []).Command;
        using var process = Process.Start(new ProcessStartInfo(trial.FileName, trial.Arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : $"this machine does not let bubblewrap make a sandbox ({said.Trim().ReplaceLineEndings(" ")}): allow unprivileged user namespaces";
    }

    /// <summary>A worker in the sandbox: what it may read is the system, its own program, its libraries and <paramref name="readable"/>.</summary>
    public static WorkerOptions Enclose(WorkerOptions worker, IEnumerable<string> readable)
    {
        List<string> command = ["-i", .. Limits];
        if (IsRoot)
            command.AddRange(ToNobody);
        command.AddRange(["/usr/bin/bwrap", "--unshare-all", "--die-with-parent", "--cap-drop", "ALL", "--hostname", "sandbox", "--proc", "/proc", "--dev", "/dev"]);
        foreach (var path in SystemFolders)
            command.AddRange(["--ro-bind-try", path, path]);
        command.AddRange(["--size", HomeSize.ToString(CultureInfo.InvariantCulture), "--tmpfs", Home]);
        foreach (var folder in Folders(worker, readable))
            command.AddRange(["--ro-bind-try", folder, folder]);
        // What holds the mounts is memory, too, which nothing would count.
        command.AddRange(["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", Home, "--clearenv"]);
        foreach (var (name, value) in Variables(worker, Home))
            command.AddRange(["--setenv", name, value]);
        // Inside, where a sandbox's own are counted: outside all that run at a time would share the number.
        command.AddRange(["--", "/usr/bin/prlimit", $"--nproc={MostProcesses}", "--", worker.Command.FileName, .. worker.Command.Arguments]);
        return worker with { Command = new WorkerCommand("/usr/bin/env", command), Environment = new Dictionary<string, string>(), WorkingDirectory = Home };
    }

    /// <summary>
    /// A worker as nobody, with the same limits, for a container that lets root make no sandbox: it can read and write nothing that is root's alone, but it has the network and sees the
    /// system. Only where the container is for one submission, and everything secret is closed to others.
    /// </summary>
    /// <param name="worker">The worker.</param>
    /// <param name="folder">Where it works; it is made writable for everybody.</param>
    public static WorkerOptions AsNobody(WorkerOptions worker, string folder)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        IEnumerable<string> variables = Variables(worker, folder).Append(KeyValuePair.Create("TMPDIR", folder)).Select(variable => $"{variable.Key}={variable.Value}");
        string[] command = ["-i", .. variables, .. Limits, .. ToNobody, "/usr/bin/prlimit", $"--nproc={MostProcesses}", "--", worker.Command.FileName, .. worker.Command.Arguments];
        return worker with { Command = new WorkerCommand("/usr/bin/env", command), Environment = new Dictionary<string, string>(), WorkingDirectory = folder };
    }

    /// <summary>Whether this process may become nobody.</summary>
    public static bool IsRoot => OperatingSystem.IsLinux() && GetUserId() == 0;

    static string[] Limits => ["/usr/bin/prlimit", $"--as={AddressSpace}", $"--nofile={MostFiles}", $"--fsize={HomeSize}", $"--cpu={ProcessorSeconds}", "--core=0", "--"];

    static string[] ToNobody => ["/usr/bin/setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs", "--"];

    static IEnumerable<string> Folders(WorkerOptions worker, IEnumerable<string> readable)
    {
        var program = worker.Command.Arguments.Append(worker.Command.FileName).Where(Path.IsPathRooted).Select(Path.GetDirectoryName);
        var libraries = worker.Libraries.Values.SelectMany(files => files).Select(Path.GetDirectoryName);
        return program.Concat(libraries).Concat(readable).Append(Runtime).OfType<string>()
            .Where(folder => Directory.Exists(folder) && !SystemFolders.Any(known => folder == known || folder.StartsWith($"{known}/", StringComparison.Ordinal))).Distinct();
    }

    static Dictionary<string, string> Variables(WorkerOptions worker, string home)
    {
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = "/usr/bin:/bin",
            ["HOME"] = home,
            ["LANG"] = "C.UTF-8",
            ["DOTNET_ROOT"] = Runtime,
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_GCHeapHardLimit"] = HeapLimit.ToString("X", CultureInfo.InvariantCulture),
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_gcConcurrent"] = "0",
            ["OMP_NUM_THREADS"] = "1",
            ["DOTNET_PROCESSOR_COUNT"] = "1",
            ["COURSE_DEVICE"] = "cpu",
            ["COURSE_PROFILE"] = "quick",
        };
        foreach (var (name, value) in worker.Environment)
            variables[name] = value;
        return variables;
    }

    // The folder with dotnet, three above the runtime's own libraries.
    static string Runtime => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    [DllImport("libc", EntryPoint = "getuid")]
    static extern uint GetUserId();
}
