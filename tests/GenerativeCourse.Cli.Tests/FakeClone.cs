using System.Diagnostics;
using System.Runtime.Versioning;

namespace GenerativeCourse.Cli.Tests;

/// <summary>A clone with the real <c>course</c> script and, on a path of its own, stand-ins for the programs that the script starts.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FakeClone : IDisposable
{
    // Builds to a tool that says what it was started with; the log counts builds.
    const string DotNet = """
        [ "$1" = --version ] && { echo 10.0.100; exit 0; }
        echo "$*" >>"$LOG"
        echo "$TMPDIR" >"$LOG.temporary"; mkdir "$TMPDIR/0aL6MH"
        [ -e "$LOG.slow" ] && sleep 1
        [ -e "$LOG.fail" ] && case "$*" in *ReadyToRun=true*) cat "$LOG.fail"; exit 1 ;; esac
        while [ "$1" != -o ]; do shift; done
        mkdir -p "$2"; printf '#!/bin/sh\necho "tool %s with $* torch $TORCH${LIBTORCH:+ of $LIBTORCH}"\n' "$(grep -c publish "$LOG")" >"$2/course-tool"; chmod +x "$2/course-tool"
        """;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("course-script-");
    readonly Dictionary<string, string> _environment = new() { ["CI"] = "", ["LIBTORCH"] = "", ["CXX"] = "sh", ["TORCH"] = "cpu", ["DOTNET_ROOT"] = "", ["DOTNET_INSTALL_DIR"] = "" };

    public FakeClone()
    {
        // Readable by the user that stands in for one without rights.
        File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_101_101);
        Write("global.json", "{}");
        Write("src/GenerativeCourse.Cli/Program.cs", "");
        File.Copy(CourseFolder.Find()["course"], this["course"]);
        foreach (var name in new[] { "bash", "sh", "cat", "cksum", "cp", "cut", "dirname", "env", "find", "flock", "grep", "mkdir", "mktemp", "mv", "paste", "printf", "readlink", "rm", "sed", "sleep", "sort", "tail", "chmod", "touch" })
            File.CreateSymbolicLink(Parent("bin/" + name), Where(name));
        Program("dotnet", DotNet);
    }

    public string this[string name] => Path.Combine(_folder.FullName, name);

    /// <summary>The builds so far, by the arguments of dotnet.</summary>
    public IReadOnlyList<string> Builds => File.Exists(this["log"]) ? [.. File.ReadLines(this["log"]).Where(line => line.StartsWith("publish", StringComparison.Ordinal))] : [];

    public string Write(string name, string text)
    {
        File.WriteAllText(Parent(name), text);
        return this[name];
    }

    public void Program(string name, string script)
    {
        var file = Parent("bin/" + name);
        File.WriteAllText(file, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
    }

    public FakeClone With(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    public (int Code, string Output, string Errors) Start(params string[] arguments)
    {
        using var process = Begin([this["course"], .. arguments]);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.TrimEnd(), errors.Result.TrimEnd());
    }

    /// <summary>Starts a program of the machine with the clone's environment and no terminal.</summary>
    public Process Begin(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(Where("bash"), ["-c", "exec \"$@\" </dev/null", "bash", .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in _environment)
            start.Environment[name] = value;
        start.Environment["PATH"] = this["bin"];
        start.Environment["HOME"] = _folder.FullName;
        start.Environment["LOG"] = this["log"];
        return Process.Start(start)!;
    }

    public static string Where(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, program)).First(File.Exists);

    string Parent(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        return this[name];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
