using System.Reflection;
using System.Runtime.Loader;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>Loads what cells compile to and what they reference; a cell's choice of an assembly wins over the kernel's own, but for the shared ones.</summary>
internal sealed class CellAssemblies() : AssemblyLoadContext("cells")
{
    readonly Dictionary<string, string> managed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Has an assembly of that simple name loaded from <paramref name="path"/> when it is first needed.</summary>
    public void Add(string path) => managed[Path.GetFileNameWithoutExtension(path)] = path;

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name is { } name && !FrameworkReferences.IsShared(name) && managed.TryGetValue(name, out var path) ? LoadFromAssemblyPath(path) : null;
}
