namespace GenerativeCourse.Cli;

/// <summary>The folder that holds the course: a clone, or what <c>course publish</c> made of one.</summary>
public sealed record CourseFolder(string Path)
{
    /// <summary>The file that stands at the root of every clone.</summary>
    public const string Solution = "GenerativeCourse.sln";

    /// <summary>What stands behind TorchSharp's API: system, cpu, cuda or a folder.</summary>
    public static string Torch =>
        Environment.GetEnvironmentVariable("TORCH") is { Length: > 0 } torch ? torch : OperatingSystem.IsLinux() ? "system" : "cpu";

    /// <summary>The .NET command of the SDK that built this tool; the one on the path where the tool was not started by <c>./course</c>.</summary>
    public static string DotNet
    {
        get
        {
            var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
            return Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root && File.Exists(System.IO.Path.Combine(root, name))
                ? System.IO.Path.Combine(root, name)
                : name;
        }
    }

    /// <summary>Where builds and runs write.</summary>
    public string Out => this["out"];

    /// <summary>Whether this is a clone, with sources to build, and not a published folder.</summary>
    public bool IsClone => File.Exists(this[Solution]);

    /// <summary>The full path of something in the course's folder.</summary>
    public string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Finds the folder: <c>COURSE_ROOT</c>, else the nearest one above the tool or the current folder that looks like it.</summary>
    /// <exception cref="UserException">There is none.</exception>
    public static CourseFolder Find()
    {
        if (Environment.GetEnvironmentVariable("COURSE_ROOT") is { Length: > 0 } home && Directory.Exists(home))
            return new CourseFolder(home);
        foreach (var start in new[] { AppContext.BaseDirectory, Environment.CurrentDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(System.IO.Path.Combine(folder.FullName, Solution)))
                    return new CourseFolder(folder.FullName);
            }
        }
        throw new UserException("the course's folder was not found; start the tool as ./course in a clone, or set COURSE_ROOT to one");
    }
}
