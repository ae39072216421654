namespace GenerativeCourse.Data;

/// <summary>Finds the course's folder and, in it, <c>datasets/</c>.</summary>
public static class DatasetFolder
{
    /// <summary>The environment variable that names the course's folder and is believed before any search.</summary>
    public const string RootVariable = "COURSE_ROOT";

    /// <summary>The course's folder: <c>COURSE_ROOT</c>, else the nearest folder with <c>datasets/README.md</c> above the library or the working directory.</summary>
    /// <exception cref="DatasetException">There is none, or <c>COURSE_ROOT</c> does not hold the data.</exception>
    public static string Root => Find(
        Environment.GetEnvironmentVariable(RootVariable), Path.GetDirectoryName(typeof(DatasetFolder).Assembly.Location), Directory.GetCurrentDirectory());

    /// <summary>The folder of one dataset, such as <c>mnist</c>.</summary>
    /// <exception cref="DatasetException">The course does not hold this dataset.</exception>
    public static string Of(string name)
    {
        var folder = Path.Combine(Root, "datasets", name);
        return Directory.Exists(folder) ? folder : throw new DatasetException(
            $"There is no dataset '{name}' in {Path.Combine(Root, "datasets")}: `course data list` names those that are there.");
    }

    /// <summary>The names of the datasets that the course holds, sorted.</summary>
    public static IReadOnlyList<string> Names() =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, "datasets"), DatasetManifest.FileName, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal)];

    internal static string Find(string? named, params ReadOnlySpan<string?> starts)
    {
        if (!string.IsNullOrEmpty(named))
        {
            return IsRoot(named) ? Path.GetFullPath(named) : throw new DatasetException(
                $"{RootVariable} is '{named}', which holds no datasets/README.md: set it to the course's folder, or unset it.");
        }
        foreach (var start in starts)
        {
            for (var folder = start; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
            {
                if (IsRoot(folder))
                    return folder;
            }
        }
        throw new DatasetException(
            $"The course's folder was not found above the library or the working directory: run from inside the clone, or set {RootVariable} to it.");
    }

    static bool IsRoot(string folder) => File.Exists(Path.Combine(folder, "datasets", "README.md"));
}
