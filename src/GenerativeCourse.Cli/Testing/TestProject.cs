namespace GenerativeCourse.Cli.Testing;

/// <summary>A project of <c>tests/</c> and the executable that it builds to.</summary>
public sealed record TestProject(string Name, string File, string Executable)
{
    /// <summary>The projects of the course's tests, in order of name; all of them, or those whose names hold one of <paramref name="parts"/>.</summary>
    /// <exception cref="UserException">No project's name holds a part.</exception>
    public static IReadOnlyList<TestProject> Find(CourseFolder course, IReadOnlyList<string> parts)
    {
        var all = (course.IsClone ? InClone(course) : Published(course)).OrderBy(project => project.Name, StringComparer.Ordinal).ToList();
        bool Matches(TestProject project, string part) => project.Name.Contains(part.TrimEnd('/').Split('/')[^1], StringComparison.OrdinalIgnoreCase);
        foreach (var part in parts)
        {
            if (!all.Exists(project => Matches(project, part)))
                throw new UserException($"no test project is called {part}; there are {string.Join(", ", all.Select(project => project.Name))}");
        }
        return parts.Count == 0 ? all : all.FindAll(project => parts.Any(part => Matches(project, part)));
    }

    /// <summary>The projects that have something to run over what stands behind torch: those of <c>src/TorchSharp.System</c> itself only over <c>system</c>, for nothing else builds its bridge.</summary>
    /// <param name="projects">Those to choose from.</param>
    /// <param name="torch">system, cpu, cuda or a folder.</param>
    /// <param name="say">Told what is left out, and why.</param>
    /// <exception cref="UserException">None is left.</exception>
    public static IReadOnlyList<TestProject> Over(IReadOnlyList<TestProject> projects, string torch, Action<string> say)
    {
        var left = torch == "system" ? [] : projects.Where(project => project.File.Length > 0 && System.IO.File.ReadAllText(project.File).Contains("TorchSharp.System.csproj", StringComparison.Ordinal)).ToList();
        if (left.Count == 0)
            return projects;
        var names = string.Join(", ", left.Select(project => project.Name));
        if (left.Count == projects.Count)
            throw new UserException($"{names} can be tested over the system's libtorch only, not over {torch}: ./course --torch system test");
        say($"{names} is left out: src/TorchSharp.System is not what stands behind torch, but {torch}");
        return [.. projects.Except(left)];
    }

    /// <summary>The programs of <c>tests/Benchmarks</c>, each under its folder's name in lower case.</summary>
    public static IReadOnlyList<TestProject> Benchmarks(CourseFolder course) => course.IsClone
        ? [.. Directory.EnumerateDirectories(course["tests", "Benchmarks"]).SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj")).Order(StringComparer.Ordinal)
            .Select(file => Of(course, file) with { Name = Path.GetFileName(Path.GetDirectoryName(file)!).ToLowerInvariant() })]
        : [.. Directory.EnumerateDirectories(course["tests"], "*Benchmarks").Select(folder => Path.GetFileName(folder)).Where(name => name != "Benchmarks").Order(StringComparer.Ordinal)
            .Select(name => new TestProject(name[..^"Benchmarks".Length].ToLowerInvariant(), "", course["tests", name, name]))];

    static IEnumerable<TestProject> InClone(CourseFolder course) =>
        Directory.EnumerateFiles(course["tests"], "*.csproj", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
            .Where(IsTest).Select(file => Of(course, file));

    static IEnumerable<TestProject> Published(CourseFolder course) =>
        Directory.EnumerateDirectories(course["tests"]).Select(folder => Path.GetFileName(folder)).Where(name => name.EndsWith("Tests", StringComparison.Ordinal))
            .Select(name => new TestProject(name, "", course["tests", name, name]));

    // Programs that tests start, and benchmarks, say <IsTestProject>false</IsTestProject>.
    static bool IsTest(string file) => !System.IO.File.ReadAllText(file).Contains("<IsTestProject>false<", StringComparison.Ordinal);

    static TestProject Of(CourseFolder course, string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var kind = CourseFolder.Torch is "system" or "cpu" or "cuda" ? CourseFolder.Torch : "folder";
        return new(name, file, course["out", $"build-{kind}", "bin", name, "release", OperatingSystem.IsWindows() ? name + ".exe" : name]);
    }
}
