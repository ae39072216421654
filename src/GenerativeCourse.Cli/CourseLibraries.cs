namespace GenerativeCourse.Cli;

/// <summary>The packages that lie beside the tool as assemblies, so that <c>#r "nuget: GenerativeCourse"</c> needs no restore.</summary>
public static class CourseLibraries
{
    /// <summary>Package id to assembly paths.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Paths { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["GenerativeCourse"] = [Beside("GenerativeCourse.dll"), Beside("TorchSharp.dll")],
        ["TorchSharp"] = [Beside("TorchSharp.dll")],
    };

    static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
