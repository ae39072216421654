using GenerativeCourse.Notebooks.Kernel.Errors;
using GenerativeCourse.Notebooks.Kernel.Output;
using GenerativeCourse.Notebooks.Kernel.Scripting;
using Microsoft.DotNet.Interactive.Formatting;

namespace GenerativeCourse.Notebooks.Kernel.Packages;

/// <summary>Meets the <c>#r</c> and <c>#i</c> lines of cells: files, the kernel's own libraries, and packages in one restore a cell.</summary>
internal sealed class CellReferences(KernelOptions options, ScriptSession session, Displays displays)
{
    // Their types are the kernel's own here.
    static readonly string[] Provided = ["Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting", "Microsoft.DotNet.Interactive.CSharp"];

    readonly Dictionary<string, IReadOnlyList<string>> libraries = new(options.Libraries, StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, PackageRequest> requested = new(StringComparer.OrdinalIgnoreCase);
    readonly List<string> sources = [];
    readonly PackageRestore restore = new(options.CacheFolder ?? DefaultCacheFolder, options.WorkingDirectory);
    IReadOnlyDictionary<string, string> loaded = new Dictionary<string, string>();

    static string DefaultCacheFolder =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "generative-course", "packages");

    /// <summary>Makes what the directives name known to the session.</summary>
    /// <exception cref="CellError">One of them cannot be met.</exception>
    public void Meet(IReadOnlyCollection<CellDirective> directives, CancellationToken cancellation)
    {
        var packages = new List<PackageRequest>();
        foreach (var directive in directives.Where(directive => directive.Kind == 'i'))
            AddSource(directive);
        foreach (var directive in directives.Where(directive => directive.Kind == 'r'))
        {
            if (PackageRequest.Read(directive.Argument) is not { } package)
                AddFile(directive);
            else if (libraries.TryGetValue(package.Id, out var files))
                AddLibrary(package.Id, files);
            else if (!Provided.Contains(package.Id, StringComparer.OrdinalIgnoreCase))
                packages.Add(package);
        }
        if (packages.Count > 0)
            AddPackages(packages, cancellation);
    }

    void AddSource(CellDirective directive)
    {
        var source = directive.Argument.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) ? directive.Argument["nuget:".Length..].Trim() : directive.Argument;
        if (!source.Contains("://", StringComparison.Ordinal))
        {
            source = Path.GetFullPath(source, directive.Folder);
            if (!Directory.Exists(source))
                throw new CellError($"{directive.Place}: #i names the folder '{source}', which does not exist.");
        }
        if (!sources.Contains(source))
            sources.Add(source);
    }

    void AddFile(CellDirective directive)
    {
        var path = Path.GetFullPath(directive.Argument, directive.Folder);
        if (!File.Exists(path) && !FrameworkReferences.Loadable.TryGetValue(AssemblyName(directive.Argument), out path))
            throw new CellError($"{directive.Place}: #r names '{directive.Argument}', which is neither a file (looked for in '{directive.Folder}') nor an assembly of the framework.");
        session.AddReference(path);
    }

    static string AssemblyName(string argument) => argument.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? argument[..^4] : argument;

    void AddLibrary(string id, IReadOnlyList<string> files)
    {
        foreach (var file in files)
        {
            if (!File.Exists(file))
                throw new CellError($"The library {id} is not where the kernel was installed with it ('{file}'): install the kernel again.");
            session.AddReference(file);
        }
    }

    void AddPackages(List<PackageRequest> packages, CancellationToken cancellation)
    {
        foreach (var package in packages)
        {
            if (loaded.TryGetValue(package.Id, out var version) && !package.IsFloating && package.Version != version && package.Version != requested.GetValueOrDefault(package.Id)?.Version)
                throw new CellError($"{package.Id} {version} is loaded already: restart the kernel to use {package.Version}.", "PackageError");
        }
        packages.RemoveAll(package => loaded.ContainsKey(package.Id) && requested.ContainsKey(package.Id));
        if (packages.Count == 0)
            return;
        var all = requested.Values.Select(Pinned).Concat(packages).DistinctBy(package => package.Id, StringComparer.OrdinalIgnoreCase).ToList();
        DisplayedValue? shown = null;
        var restored = restore.Restore(all, sources, () => shown = displays.Show($"Restoring {string.Join("; ", packages)} ...", []), cancellation);
        foreach (var (id, version) in restored.Versions)
        {
            if (loaded.TryGetValue(id, out var before) && before != version)
                throw new CellError($"{string.Join(", ", packages.Select(package => package.Id))} needs {id} {version}, but {before} is loaded already: restart the kernel and ask for all packages in one cell.", "PackageError");
        }
        foreach (var package in packages)
            requested.TryAdd(package.Id, package);
        loaded = restored.Versions;
        foreach (var folder in restored.NativeFolders)
            session.Assemblies.AddNativeFolder(folder);
        foreach (var assembly in restored.Assemblies.Where(file => !Provided.Contains(Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase)))
            session.AddReference(assembly);
        // The same whether it took a restore or not, so that a notebook's outputs repeat.
        var result = $"Packages: {string.Join("; ", packages.Select(package => $"{package.Id} {restored.Versions.GetValueOrDefault(package.Id)}"))}";
        result = string.Join('\n', restored.Doubts.Prepend(result));
        if (shown is null)
            displays.Show(result, []);
        else
            shown.Update(result);
    }

    // What is loaded stays as it is, whatever newer version a floating one would find now.
    PackageRequest Pinned(PackageRequest request) => loaded.TryGetValue(request.Id, out var version) ? request with { Version = $"[{version}]" } : request;
}
