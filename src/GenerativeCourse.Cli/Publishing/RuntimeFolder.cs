namespace GenerativeCourse.Cli.Publishing;

/// <summary>The .NET runtime that this tool runs on, which a published folder takes along.</summary>
/// <remarks>A runtime of its own, and not .NET's self-contained layout, serves tool, tests and benchmarks at once and gives Roslyn the reference assemblies where it expects them.</remarks>
public sealed record RuntimeFolder(string Root, string Version, string AspNetCoreVersion)
{
    const string AspNetCore = "Microsoft.AspNetCore.App";

    /// <summary>Finds it by the place of the assembly that holds <see cref="object"/>.</summary>
    /// <exception cref="UserException">This tool runs on a runtime that is laid out otherwise.</exception>
    public static RuntimeFolder Find()
    {
        // ROOT/shared/Microsoft.NETCore.App/VERSION
        var netCore = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        var root = netCore.Parent?.Parent?.Parent?.FullName ?? "";
        var versions = Path.Combine(root, "shared", AspNetCore);
        var aspNetCore = Directory.Exists(versions) ? Directory.GetDirectories(versions, $"{Environment.Version.Major}.*").Select(folder => Path.GetFileName(folder)).MaxBy(Parse) : null;
        return aspNetCore is not null && File.Exists(Path.Combine(root, "dotnet"))
            ? new RuntimeFolder(root, netCore.Name, aspNetCore)
            : throw new UserException($"the .NET runtime in {netCore.FullName} cannot be taken along: {Path.Combine(root, "dotnet")} or {versions} is not there");
    }

    /// <summary>Copies what applications need of it, and no SDK.</summary>
    public void CopyTo(string target)
    {
        void Copy(Func<string, bool>? wanted, params string[] parts) => FolderCopy.Copy(Path.Combine([Root, .. parts]), Path.Combine([target, .. parts]), wanted);
        Copy(null, "shared", "Microsoft.NETCore.App", Version);
        Copy(null, "host", "fxr", Version);
        // Of ASP.NET the course needs one small assembly of 27 MB; the host does not mind that the others are gone.
        Copy(file => file.EndsWith(".json", StringComparison.Ordinal) || file == "Microsoft.AspNetCore.Html.Abstractions.dll", "shared", AspNetCore, AspNetCoreVersion);
        foreach (var file in new[] { "dotnet", "LICENSE.txt", "ThirdPartyNotices.txt" }.Where(file => File.Exists(Path.Combine(Root, file))))
            File.Copy(Path.Combine(Root, file), Path.Combine(target, file));
    }

    static Version Parse(string folder) => System.Version.TryParse(folder.Split('-')[0], out var version) ? version : new Version();
}
