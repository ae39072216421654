using System.Text.Json;

namespace GenerativeCourse.Notebooks.Kernel.Packages;

/// <summary>What a restore found.</summary>
/// <param name="Versions">Package ids and versions, dependencies included.</param>
/// <param name="Assemblies">Managed assemblies to reference and load.</param>
/// <param name="NativeFolders">Folders with native libraries of this platform.</param>
/// <param name="Doubts">What NuGet let pass with a warning: versions other than those asked for.</param>
internal sealed record RestoredPackages(
    IReadOnlyDictionary<string, string> Versions, IReadOnlyList<string> Assemblies, IReadOnlyList<string> NativeFolders, IReadOnlyList<string> Doubts)
{
    /// <summary>Reads NuGet's <c>project.assets.json</c>; null when it is not there or files that it names are gone.</summary>
    public static RestoredPackages? Read(string assetsFile)
    {
        if (!File.Exists(assetsFile))
            return null;
        using var assets = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        var root = assets.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var versions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var assemblies = new List<string>();
        var natives = new List<string>();
        // The target with a runtime identifier has the assets chosen for this platform.
        var target = root.GetProperty("targets").EnumerateObject().OrderByDescending(candidate => candidate.Name.Contains('/', StringComparison.Ordinal)).First();
        foreach (var library in target.Value.EnumerateObject())
        {
            if (library.Name.Split('/') is not [var id, var version] || library.Value.GetProperty("type").GetString() != "package")
                continue;
            versions[id] = version;
            var path = root.GetProperty("libraries").GetProperty(library.Name).GetProperty("path").GetString()!;
            if (folders.Select(folder => Path.Combine(folder, path)).FirstOrDefault(Directory.Exists) is not { } root0)
                return null;
            assemblies.AddRange(Files(library.Value, "runtime", root0).Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)));
            natives.AddRange(Files(library.Value, "native", root0).Select(file => Path.GetDirectoryName(file)!));
        }
        return assemblies.All(File.Exists) ? new RestoredPackages(versions, assemblies, [.. natives.Distinct()], [.. Warnings(root)]) : null;
    }

    static IEnumerable<string> Warnings(JsonElement root) =>
        root.TryGetProperty("logs", out var logs)
            ? logs.EnumerateArray().Where(log => log.GetProperty("code").GetString() is "NU1608" or "NU1603").Select(log => log.GetProperty("message").GetString()!)
            : [];

    // "_._" says that a package has nothing for this framework.
    static IEnumerable<string> Files(JsonElement library, string kind, string folder) =>
        library.TryGetProperty(kind, out var files)
            ? files.EnumerateObject().Where(file => !file.Name.EndsWith("_._", StringComparison.Ordinal)).Select(file => Path.GetFullPath(Path.Combine(folder, file.Name)))
            : [];
}
