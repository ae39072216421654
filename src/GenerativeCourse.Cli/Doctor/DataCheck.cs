namespace GenerativeCourse.Cli.Doctor;

/// <summary>The datasets and trained weights in the course's folder.</summary>
public static class DataCheck
{
    /// <summary>Looks for them.</summary>
    public static IReadOnlyList<Finding> Run(CourseFolder course)
    {
        var folders = Directory.Exists(course["datasets"])
            ? Directory.EnumerateFiles(course["datasets"], "manifest.json", SearchOption.AllDirectories).Select(file => new DirectoryInfo(Path.GetDirectoryName(file)!)).OrderBy(folder => folder.Name, StringComparer.Ordinal).ToList()
            : [];
        var bytes = folders.Sum(folder => folder.EnumerateFiles().Sum(file => file.Length));
        return [folders.Count > 0
            ? new("datasets", State.Good, $"{string.Join(", ", folders.Select(folder => folder.Name))} ({bytes / 1e6:0.0} MB)")
            : new("datasets", State.Missing, $"none in {course["datasets"]}", "they are part of the repository: git checkout -- datasets")];
    }
}
