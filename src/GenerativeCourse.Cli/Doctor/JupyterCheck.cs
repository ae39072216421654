using System.Text.Json;

namespace GenerativeCourse.Cli.Doctor;

/// <summary>Jupyter's clients, the kernel that they would start for a C# notebook, and a browser.</summary>
public static class JupyterCheck
{
    /// <summary>The name of the C# kernel with Jupyter.</summary>
    public const string KernelName = ".net-csharp";

    /// <summary>Looks for them on the path and in Jupyter's folders.</summary>
    public static IReadOnlyList<Finding> Run() => [Kernel(KernelFolders()), Clients(), Browser()];

    /// <summary>The kernel in the first of the folders that has one.</summary>
    public static Finding Kernel(IEnumerable<string> folders)
    {
        var file = folders.Select(folder => Path.Combine(folder, KernelName, "kernel.json")).FirstOrDefault(File.Exists);
        if (file is null)
            return new("kernel", State.Absent, $"none is installed with Jupyter as {KernelName}; `course run` needs none");
        string[] arguments;
        try
        {
            arguments = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file)).GetProperty("argv").Deserialize<string[]>()!;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new("kernel", State.Poor, $"{file} is not a kernel's description: {error.Message}", "delete its folder");
        }
        if (Array.Exists(arguments, argument => argument.Contains("dotnet-interactive", StringComparison.Ordinal)))
            return new("kernel", State.Poor, $"{file} starts .NET Interactive, which has ended");
        if (Path.IsPathRooted(arguments[0]) && !File.Exists(arguments[0]))
            return new("kernel", State.Poor, $"{file} is stale: {arguments[0]} is gone", "delete its folder, or install it again");
        var stale = Path.IsPathRooted(arguments[0]) && File.GetLastWriteTimeUtc(arguments[0]) < File.GetLastWriteTimeUtc(Environment.ProcessPath!);
        return stale ? new("kernel", State.Poor, $"{file} is stale: {arguments[0]} is older than this tool", "install it again") : new("kernel", State.Good, file);
    }

    static IEnumerable<string> KernelFolders()
    {
        string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
        var user = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var data = Variable("JUPYTER_DATA_DIR")
            ?? (OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
                : OperatingSystem.IsMacOS() ? Path.Combine(user, "Library", "Jupyter")
                : Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(user, ".local", "share"), "jupyter"));
        return new[] { data, "/usr/local/share/jupyter", "/usr/share/jupyter" }.Select(folder => Path.Combine(folder, "kernels"));
    }

    static Finding Clients()
    {
        var found = new[] { "code", "codium", "jupyter-lab", "jupyter-notebook", "jupyter-nbconvert" }.Where(IsOnPath).ToList();
        return found.Count > 0
            ? new("clients", State.Good, string.Join(", ", found))
            : new("clients", State.Absent, "neither VS Code nor Jupyter on the path", "VS Code with its Jupyter extension (environment.md)");
    }

    static Finding Browser()
    {
        var found = new[] { "chromium", "google-chrome", "firefox", "firefox-esr", "microsoft-edge" }.Where(IsOnPath).ToList();
        return found.Count > 0 ? new("browser", State.Good, string.Join(", ", found)) : new("browser", State.Absent, "none on the path; the lectures need none");
    }

    static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")) || File.Exists(Path.Combine(folder, program + ".cmd")));
}
