using GenerativeCourse.Cli;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Lectures;

/// <summary>The committed notebooks.</summary>
static class Lecture
{
    /// <summary>The course's folder.</summary>
    public static CourseFolder Course { get; } = CourseFolder.Find();

    /// <summary>Their file names, as a theory's data.</summary>
    public static TheoryData<string> All => [.. Directory.GetFiles(Course["notebooks"], "*.ipynb").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    /// <summary>The file of a lecture.</summary>
    public static string File(string name) => Course["notebooks", name];

    /// <summary>A lecture as it is committed.</summary>
    public static Notebook Read(string name) => Notebook.Read(File(name));
}
