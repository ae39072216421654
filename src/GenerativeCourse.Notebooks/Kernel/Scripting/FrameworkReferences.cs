using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>The assemblies that every cell may use without asking: the framework's, and the kernel's own for <c>display</c> and formatting.</summary>
internal static class FrameworkReferences
{
    static readonly string[] SharedAssemblies =
    [
        "GenerativeCourse.Notebooks", "Microsoft.DotNet.Interactive.Formatting", "Microsoft.AspNetCore.Html.Abstractions",
    ];

    /// <summary>Paths of all assemblies that the process can load, by simple name without case.</summary>
    public static IReadOnlyDictionary<string, string> Loadable { get; } = FindLoadable();

    /// <summary>References to the framework and to the assemblies whose types cells and kernel share.</summary>
    public static IReadOnlyList<PortableExecutableReference> Create()
    {
        // The kernel may come with a newer build of one of the framework's assemblies: that is the one cells run on.
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var loaded = AssemblyLoadContext.Default.Assemblies.Where(assembly => !assembly.IsDynamic).DistinctBy(assembly => assembly.Location).ToDictionary(assembly => assembly.Location);
        return [.. Loadable.Where(entry => IsFramework(entry.Key) && File.Exists(Path.Combine(folder, entry.Key + ".dll")) || IsShared(entry.Key))
            .Select(entry => AssemblyFile.Lasting(entry.Value, loaded.GetValueOrDefault(entry.Value)))];
    }

    /// <summary>Whether cells must see the very assembly that the kernel runs on.</summary>
    public static bool IsShared(string name) => SharedAssemblies.Contains(name, StringComparer.OrdinalIgnoreCase);

    // A self-contained publish has the application's own assemblies in the framework's folder.
    static bool IsFramework(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("System.CommandLine", StringComparison.Ordinal)
        || name is "System" or "mscorlib" or "netstandard" or "WindowsBase" or "Microsoft.CSharp"
        || name.StartsWith("Microsoft.VisualBasic", StringComparison.Ordinal) || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);

    static Dictionary<string, string> FindLoadable()
    {
        var loadable = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            loadable.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        return loadable;
    }
}
