using System.Reflection.PortableExecutable;
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
    public static IReadOnlyDictionary<string, string> Loadable { get; } =
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .DistinctBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>References to the framework and to the assemblies whose types cells and kernel share.</summary>
    public static IReadOnlyList<PortableExecutableReference> Create()
    {
        var frameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return [.. Loadable.Where(entry => IsFramework(entry.Key) && Path.GetDirectoryName(entry.Value) == frameworkFolder || IsShared(entry.Key))
            .Select(entry => MetadataFile.Reference(entry.Value))];
    }

    /// <summary>Whether cells must see the very assembly that the kernel runs on.</summary>
    public static bool IsShared(string name) => SharedAssemblies.Contains(name, StringComparer.OrdinalIgnoreCase);

    // A self-contained publish has the application's own assemblies in the framework's folder.
    static bool IsFramework(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("System.CommandLine", StringComparison.Ordinal)
        || name is "System" or "mscorlib" or "netstandard" or "WindowsBase" or "Microsoft.CSharp"
        || name.StartsWith("Microsoft.VisualBasic", StringComparison.Ordinal) || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);
}

/// <summary>Makes references of which only the metadata is held in memory, not the machine code beside it.</summary>
internal static class MetadataFile
{
    /// <exception cref="BadImageFormatException">The file is not a managed assembly.</exception>
    public static PortableExecutableReference Reference(string path)
    {
        var module = ModuleMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata);
        return AssemblyMetadata.Create(module).GetReference(DocumentationProvider.Default, filePath: path, display: Path.GetFileName(path));
    }
}
