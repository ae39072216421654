using System.Text.Json;
using GenerativeCourse.Cli.Kernels;

namespace GenerativeCourse.Cli.Doctor;

/// <summary>Jupyter's clients, the kernel that they would start for a C# notebook, and a browser.</summary>
public static class JupyterCheck
{
    /// <summary>Looks for them on the path and in Jupyter's folders.</summary>
    public static IReadOnlyList<Finding> Run() => [Kernel(JupyterFolders.All), Clients(), Browser()];

    /// <summary>The kernel in the first of the folders that has one.</summary>
    public static Finding Kernel(IEnumerable<string> folders)
    {
        var folder = folders.Select(folder => Path.Combine(folder, KernelSpec.CSharp)).FirstOrDefault(folder => File.Exists(KernelSpec.FileIn(folder)));
        if (folder is null)
            return new("kernel", State.Absent, $"none is installed with Jupyter as {KernelSpec.CSharp}; `course run` needs none", "course kernel install");
        try
        {
            var spec = KernelSpec.Read(folder)!;
            return spec.IsDotNetInteractive ? new("kernel", State.Poor, $"{folder} starts .NET Interactive, which has ended", "course kernel install --replace")
                : spec.IsBroken ? new("kernel", State.Poor, $"{folder} is stale: {spec.Command[0]} is gone", "course kernel install --replace")
                : spec.IsStale(AppContext.BaseDirectory) ? new("kernel", State.Poor, $"{folder} is stale: it is another build than this tool", "course kernel install")
                : new("kernel", State.Good, folder);
        }
        catch (JsonException error)
        {
            return new("kernel", State.Poor, $"{KernelSpec.FileIn(folder)} is not a kernel's description: {error.Message}", "course kernel install --replace");
        }
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
