using System.Security.Cryptography;
using GenerativeCourse.Data;

namespace GenerativeCourse.Cli.Commands;

/// <summary>Remakes a dataset with its script in <c>datasets/build</c> and compares it with the clone's.</summary>
static class DataBuild
{
    // Debian's own, which sees the packages that apt installs.
    const string SystemPython = "/usr/bin/python3";

    /// <summary>Builds beside the clone's files, then says how they compare; answers 0 where the bytes are the same or were replaced.</summary>
    public static async Task<int> Run(string name, string? sources, bool replace, CancellationToken cancellation)
    {
        var datasets = Path.Combine(DatasetFolder.Root, "datasets");
        var script = Path.Combine(datasets, "build", $"{name}.py");
        if (name != Path.GetFileName(name) || !File.Exists(script) || !File.ReadAllText(script).Contains("Writer()", StringComparison.Ordinal))
            throw new UserException($"there is no script that builds '{name}'; `course data list` names the datasets");
        if (sources is not null && !Directory.Exists(sources))
            throw new UserException($"{sources} is no folder");
        // On the same disk as the data, so that moves are whole.
        var made = Directory.CreateDirectory(Path.Combine(datasets, $".{name}-{Guid.NewGuid():N}")).FullName;
        try
        {
            await Python(script, made, sources, cancellation);
            return Take(made, Path.Combine(datasets, name), replace);
        }
        finally
        {
            Directory.Delete(made, recursive: true);
        }
    }

    static async Task Python(string script, string made, string? sources, CancellationToken cancellation)
    {
        var last = "";
        var environment = sources is null ? null : new Dictionary<string, string> { ["COURSE_DATA_SOURCES"] = Path.GetFullPath(sources) };
        var python = File.Exists(SystemPython) ? SystemPython : "python3";
        var code = await ChildProcess.Run(python, ["-B", script, made], Console.WriteLine, line => last = line.Length > 0 ? line : last, environment, cancellation);
        if (code == 0)
            return;
        throw new UserException(last.Contains("No module named", StringComparison.Ordinal)
            ? $"{Path.GetFileName(script)}: {last}; install python3-numpy, python3-pil and python3-pydicom"
            : $"{Path.GetFileName(script)} failed: {last}");
    }

    static int Take(string made, string folder, bool replace)
    {
        Directory.CreateDirectory(folder);
        var files = Directory.EnumerateFiles(made).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        var manifest = DatasetManifest.Read(made);
        var promised = File.Exists(Path.Combine(folder, DatasetManifest.FileName)) ? DatasetManifest.Read(folder) : manifest;
        var differing = 0;
        foreach (var file in files)
        {
            var (from, to) = (Path.Combine(made, file!), Path.Combine(folder, file!));
            var row = manifest.Files.FirstOrDefault(row => row.File == file);
            var expected = promised.Files.FirstOrDefault(row => row.File == file);
            string state;
            if (File.Exists(to) && Hash(from) == Hash(to))
                state = "the same bytes";
            else if (replace || row is not null && row.Sha256 == expected?.Sha256)
            {
                state = File.Exists(to) ? "replaced" : "restored";
                File.Move(from, to, overwrite: true);
            }
            else
            {
                differing++;
                state = row is not null && row.ContentSha256 == expected?.ContentSha256 ? "the same content, packed by another zlib" : "differs";
            }
            Console.WriteLine($"{file,-32} {state}");
        }
        if (differing > 0)
            Console.Error.WriteLine($"course: {differing} of {files.Count} files differ from those in {folder}, which were kept; --replace takes the new ones");
        return differing == 0 ? 0 : 1;
    }

    static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexString(SHA256.HashData(file));
    }
}
