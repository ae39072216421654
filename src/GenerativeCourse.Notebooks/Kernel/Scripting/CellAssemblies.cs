using System.Reflection;
using System.Runtime.Loader;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>Loads what cells compile to and what they reference; a cell's choice of an assembly wins over the kernel's own, but for the shared ones.</summary>
internal sealed class CellAssemblies() : AssemblyLoadContext("cells")
{
    readonly Dictionary<string, string> managed = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, Assembly> compiled = [];
    readonly List<string> folders = [];
    readonly List<string> nativeFolders = [];

    /// <summary>Has an assembly loaded from <paramref name="path"/> when it is first needed, and those beside it when nothing else has them.</summary>
    public void Add(string path)
    {
        lock (managed)
        {
            managed[Path.GetFileNameWithoutExtension(path)] = path;
            if (Path.GetDirectoryName(path) is { } folder && !folders.Contains(folder))
                folders.Add(folder);
        }
    }

    /// <summary>Has native libraries looked for in a folder.</summary>
    public void AddNativeFolder(string folder)
    {
        lock (managed)
        {
            if (!nativeFolders.Contains(folder))
                nativeFolders.Add(folder);
        }
    }

    /// <summary>Loads what a cell was compiled to.</summary>
    public Assembly Load(MemoryStream image, MemoryStream symbols)
    {
        image.Position = symbols.Position = 0;
        var assembly = LoadFromStream(image, symbols);
        lock (managed)
            compiled[assembly.GetName().Name!] = assembly;
        return assembly;
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        lock (managed)
        {
            if (compiled.TryGetValue(name, out var cell))
                return cell;
            if (FrameworkReferences.IsShared(name))
                return null;
            if (managed.TryGetValue(name, out var path))
                return LoadFromAssemblyPath(path);
            if (FrameworkReferences.Loadable.ContainsKey(name))
                return null;
            var beside = folders.Select(folder => Path.Combine(folder, name + ".dll")).FirstOrDefault(File.Exists);
            return beside is null ? null : LoadFromAssemblyPath(beside);
        }
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string[] names = Path.HasExtension(unmanagedDllName) && !OperatingSystem.IsWindows()
            ? [unmanagedDllName, $"lib{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib"]
            : [$"lib{unmanagedDllName}.so", $"{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib", $"{unmanagedDllName}.dylib", $"{unmanagedDllName}.dll", unmanagedDllName];
        lock (managed)
        {
            var file = nativeFolders.SelectMany(_ => names, Path.Combine).FirstOrDefault(File.Exists);
            return file is null ? 0 : LoadUnmanagedDllFromPath(file);
        }
    }
}
