using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GenerativeCourse.Benchmarks;

// Our kernel beside ipykernel: the same client, in turn in one run, medians of the rounds. --in-process measures the engine alone.
if (args is ["--in-process", .. var rest])
{
    await InProcess.Run(rest);
    return 0;
}
if (BenchArguments.Read(args, Console.Error, parts: []) is not { } asked)
    return 2;
if (Tool() is not { } tool)
{
    Console.Error.WriteLine("course: there is no built tool to measure; start the benchmark as ./course bench kernel");
    return 2;
}
const string Name = "course-bench";
var folder = Directory.CreateTempSubdirectory("course-bench-").FullName;
var installed = false;
try
{
    // As learners have it: with the variables that its entry with Jupyter sets.
    installed = Kernel("install") == 0;
    if (!installed)
        return 2;
    var start = new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "kernels.py"), Name, "python3"]) { RedirectStandardOutput = true };
    start.Environment["JUPYTER_PATH"] = Path.Combine(folder, "share", "jupyter");
    start.Environment["PYDEVD_DISABLE_FILE_VALIDATION"] = "1";
    using var client = Process.Start(start)!;
    var answer = client.StandardOutput.ReadToEnd();
    client.WaitForExit();
    if (client.ExitCode != 0)
    {
        Console.Error.WriteLine("course: the benchmark needs the packages python3-jupyter-client and python3-ipykernel");
        return 2;
    }
    var rows = JsonSerializer.Deserialize<List<Row>>(answer)!;
    Console.WriteLine($"{tool} beside ipykernel, medians");
    foreach (var row in rows)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.name,-52} {row.ours,9:F1} {row.peer,9:F1}   ratio {row.ratio:F2}"));
    asked.Write(rows);
    return 0;
}
finally
{
    if (installed)
        Kernel("uninstall");
    Directory.Delete(folder, recursive: true);
}

int Kernel(string command)
{
    using var run = Process.Start(new ProcessStartInfo(tool, ["kernel", command, "--prefix", folder, "--name", Name]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    var (output, errors) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEnd());
    run.WaitForExit();
    if (run.ExitCode != 0)
        Console.Error.Write(output.Result + errors);
    return run.ExitCode;
}

// The tool that ./course built ahead of time: one that is compiled as it runs starts ten times slower.
static string? Tool()
{
    var name = OperatingSystem.IsWindows() ? "course-tool.exe" : "course-tool";
    string?[] folders = [Environment.GetEnvironmentVariable("COURSE_TOOL"), Environment.GetEnvironmentVariable("COURSE_OUT") is { Length: > 0 } built ? Path.Combine(built, "tool") : null];
    return folders.Where(folder => folder is { Length: > 0 }).Select(folder => Path.Combine(folder!, name)).FirstOrDefault(File.Exists);
}

sealed record Row(string name, double ours, double peer, double ratio);
