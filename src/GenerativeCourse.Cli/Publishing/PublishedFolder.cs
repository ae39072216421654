namespace GenerativeCourse.Cli.Publishing;

/// <summary>Makes a folder that runs the course on a Linux machine with libtorch and a C++ compiler, and no .NET SDK.</summary>
/// <param name="course">The clone.</param>
/// <param name="datasets">The datasets to take along; all where null.</param>
public sealed class PublishedFolder(CourseFolder course, IReadOnlyCollection<string>? datasets = null)
{
    const string Bridge = "libtorchbridge.so";

    /// <summary>Makes it, beside its place first, so that it is there whole or not at all.</summary>
    /// <exception cref="UserException">The target holds something else, a project does not build, or this is no clone on Linux with <c>Torch=system</c>.</exception>
    public async Task Make(string target, Action<string> progress, CancellationToken cancellation)
    {
        if (datasets?.FirstOrDefault(name => !Directory.Exists(course["datasets", name])) is { } unknown)
            throw new UserException($"there is no dataset {unknown} in {course["datasets"]}");
        target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() && !File.Exists(Path.Combine(target, "tool", "course-tool")))
            throw new UserException($"{target} holds something else; name a folder that is empty or not there");
        if (!course.IsClone || !OperatingSystem.IsLinux() || CourseFolder.Torch != "system")
            throw new UserException("publish needs a clone on Linux with Torch=system: start it as ./course publish there");
        var partial = target + ".partial";
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        try
        {
            await Fill(partial, progress, cancellation);
            if (Directory.Exists(target))
                Directory.Delete(target, recursive: true);
            Directory.Move(partial, target);
        }
        catch
        {
            if (Directory.Exists(partial))
                Directory.Delete(partial, recursive: true);
            throw;
        }
    }

    async Task Fill(string target, Action<string> progress, CancellationToken cancellation)
    {
        string At(params string[] parts) => Path.Combine([target, .. parts]);
        progress("the tool, the runtime, the lectures and the data");
        // The bridge belongs to this machine's libtorch: each machine builds its own.
        FolderCopy.Copy(AppContext.BaseDirectory, At("tool"), file => file != Bridge && !file.EndsWith(".pdb", StringComparison.Ordinal));
        RuntimeFolder.Find().CopyTo(At("runtime"));
        FolderCopy.Copy(course["src", "TorchSharp.System", "native"], At("native"));
        FolderCopy.Copy(course["datasets"], At("datasets"), IsWanted);
        if (Directory.Exists(course["notebooks"]))
            FolderCopy.Copy(course["notebooks"], At("notebooks"));
        File.Copy(course["tests", "peers.txt"], Path.Combine(Directory.CreateDirectory(At("tests")).FullName, "peers.txt"));
        File.Copy(course["LICENSE"], At("LICENSE"));
        WriteScript(At("course"));
        foreach (var project in Projects())
        {
            progress(project);
            await Publish(project, At(project), cancellation);
        }
    }

    // A folder a dataset; trained weights go along, the scripts that make the data stay, and so do datasets not asked for.
    bool IsWanted(string file) => file.Split(Path.DirectorySeparatorChar) is not [var folder, _, ..] || (folder == "weights" || (folder != "build" && datasets?.Contains(folder) != false));

    // The benchmarks and the tests that need torch, the library's only with all of its data: their folders below the clone.
    IEnumerable<string> Projects() =>
        new[] { "TorchSharp.System.Tests", datasets is null ? "GenerativeCourse.Tests" : "", "Benchmarks" }.Where(name => name != "").Select(name => course["tests", name]).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(course.Path, Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal);

    async Task Publish(string project, string target, CancellationToken cancellation)
    {
        using var alone = await BuildLock.Take(course, cancellation);
        var (code, output) = await DotNetBuild.Run(
            ["publish", course[project], "-c", "Release", "--use-current-runtime", "--no-self-contained", "-p:Torch=system", "-p:RunAnalyzers=false", "-p:DebugType=none", "-o", target, "-v", "q", "-nologo"],
            cancellation);
        if (code != 0)
            throw new UserException($"{project} does not build\n{output.Trim()}");
        File.Delete(Path.Combine(target, Bridge));
    }

    static void WriteScript(string file)
    {
        using (var script = typeof(PublishedFolder).Assembly.GetManifestResourceStream("course.sh")!)
        using (var written = File.Create(file))
            script.CopyTo(written);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, (UnixFileMode)0b111_101_101);
    }
}
