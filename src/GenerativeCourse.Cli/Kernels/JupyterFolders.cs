namespace GenerativeCourse.Cli.Kernels;

/// <summary>Where Jupyter's clients look for kernels.</summary>
public static class JupyterFolders
{
    /// <summary>The user's own folder of kernels, which comes first.</summary>
    public static string User
    {
        get
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            var data = Variable("JUPYTER_DATA_DIR")
                ?? (OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
                    : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
                    : Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter"));
            return Path.Combine(data, "kernels");
        }
    }

    /// <summary>All of them, in the order of the search; not those inside Python environments, which only their own clients know.</summary>
    public static IReadOnlyList<string> All
    {
        get
        {
            var extra = (Variable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, "kernels"));
            string[] system = OperatingSystem.IsWindows()
                ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter", "kernels")]
                : [Below("/usr/local"), Below("/usr")];
            return [.. extra, User, .. system];
        }
    }

    /// <summary>The folder of kernels below a prefix such as <c>/usr/local</c> or a Python environment.</summary>
    public static string Below(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels");

    static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
