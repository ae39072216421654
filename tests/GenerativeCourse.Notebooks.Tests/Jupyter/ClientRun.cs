using System.Diagnostics;
using System.Text;
using System.Text.Json;
using GenerativeCourse.Cli.Testing;

namespace GenerativeCourse.Notebooks.Tests.Jupyter;

/// <summary>Runs real clients, in a folder in which Jupyter finds this executable as the kernel course-test.</summary>
public sealed class ClientRun : IDisposable
{
    readonly TemporaryFolder folder = new();

    public ClientRun()
    {
        var kernel = Directory.CreateDirectory(folder.File("kernels/course-test")).FullName;
        File.WriteAllText(Path.Combine(kernel, "kernel.json"), JsonSerializer.Serialize(new
        {
            argv = new[] { Environment.ProcessPath!, "kernel", "start", "{connection_file}" },
            display_name = "C#",
            language = "C#",
            interrupt_mode = "message",
        }));
    }

    public string Folder => folder.Path;

    /// <summary>A file of Clients.</summary>
    public static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Clients", name);

    /// <summary>Runs a Python script of Clients; it must end well. Answers what it printed.</summary>
    public string Python(string script, params string[] arguments) => Run(PeerPackage.Python, [Script(script), .. arguments]).Output;

    /// <summary>Runs a program; it must end well.</summary>
    public (string Output, string Errors) Run(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        process.StandardInput.Close();
        return AwaitEnd(process, process.StandardError.ReadToEndAsync());
    }

    public Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder.Path };
        start.Environment["JUPYTER_PATH"] = folder.Path;
        foreach (var variable in new[] { "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR", "HOME" })
            start.Environment[variable] = folder.Path;
        return Process.Start(start)!;
    }

    public static (string Output, string Errors) AwaitEnd(Process process, Task<string> errors)
    {
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, new StringBuilder(errors.Result).Append(output).ToString());
        return (output, errors.Result);
    }

    public void Dispose() => folder.Dispose();
}
