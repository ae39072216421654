using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using GenerativeCourse.Notebooks.Kernel.Errors;

namespace GenerativeCourse.Notebooks.Kernel.Packages;

/// <summary>Restores packages with the .NET SDK, from the sources that NuGet is configured with for the notebook's folder; what was restored once is met from the cache.</summary>
internal sealed class PackageRestore(string cacheFolder, string workingDirectory)
{
    static readonly TimeSpan FloatingLifetime = TimeSpan.FromDays(1);

    /// <summary>Restores all requests together.</summary>
    /// <param name="requests">The packages, those of earlier cells among them.</param>
    /// <param name="sources">Feeds and folders beside the configured ones.</param>
    /// <param name="progress">Told once, when it takes a restore.</param>
    /// <param name="cancellation">Stops the restore.</param>
    /// <exception cref="CellError">Why not, in a line.</exception>
    public RestoredPackages Restore(IReadOnlyCollection<PackageRequest> requests, IReadOnlyCollection<string> sources, Action progress, CancellationToken cancellation)
    {
        var project = Project(requests, sources);
        var folder = Path.Combine(cacheFolder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project + workingDirectory)))[..16]);
        var assetsFile = Path.Combine(folder, "obj", "project.assets.json");
        var cached = RestoredPackages.Read(assetsFile);
        if (cached is not null && (!requests.Any(request => request.IsFloating) || DateTime.UtcNow - File.GetLastWriteTimeUtc(assetsFile) < FloatingLifetime))
            return cached;
        progress();
        try
        {
            return RestoreNow(project, folder, assetsFile, requests, cancellation);
        }
        catch (CellError) when (cached is not null)
        {
            return cached;
        }
    }

    RestoredPackages RestoreNow(string project, string folder, string assetsFile, IReadOnlyCollection<PackageRequest> requests, CancellationToken cancellation)
    {
        // Beside its place and moved there when whole: kernels share the cache.
        var scratch = $"{folder}.{Environment.ProcessId}";
        Directory.CreateDirectory(scratch);
        try
        {
            File.WriteAllText(Path.Combine(scratch, "packages.csproj"), project);
            var (exitCode, text) = Run(scratch, cancellation);
            if (exitCode != 0 || RestoredPackages.Read(Path.Combine(scratch, "obj", "project.assets.json")) is null)
                throw new CellError(RestoreFailure.Explain(text, requests), "PackageError");
            Directory.CreateDirectory(Path.GetDirectoryName(assetsFile)!);
            File.Move(Path.Combine(scratch, "obj", "project.assets.json"), assetsFile, overwrite: true);
            File.SetLastWriteTimeUtc(assetsFile, DateTime.UtcNow);
            return RestoredPackages.Read(assetsFile)!;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    static (int ExitCode, string Text) Run(string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Sdk(), ["restore", "packages.csproj", "--nologo", "-v", "quiet", "-p:UseSharedCompilation=false", "-nodeReuse:false"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            Environment = { ["DOTNET_NOLOGO"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1", ["DOTNET_CLI_UI_LANGUAGE"] = "en" },
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            using var registration = cancellation.Register(() => process.Kill(entireProcessTree: true));
            var error = process.StandardError.ReadToEndAsync(cancellation);
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (cancellation.IsCancellationRequested)
                throw new InterruptedException();
            if (text.Contains("No .NET SDKs were found", StringComparison.Ordinal))
                throw NoSdk();
            return (process.ExitCode, text + "\n" + error.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw NoSdk();
        }
    }

    // The SDK that built the course may stand in its clone, off the path.
    static string Sdk()
    {
        string?[] candidates = [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"), Path.Combine(Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "", "dotnet")];
        return candidates.FirstOrDefault(path => Path.IsPathRooted(path) && File.Exists(path)) ?? "dotnet";
    }

    static CellError NoSdk() =>
        new("Packages need the .NET SDK: install it (https://dot.net) so that 'dotnet' is on the path, or reference files with #r \"path/to/Library.dll\".", "PackageError");

    string Project(IEnumerable<PackageRequest> requests, IReadOnlyCollection<string> sources)
    {
        var references = requests.Select(request => $"""    <PackageReference Include="{request.Id}" Version="{SecurityElement.Escape(request.Version ?? "*")}" />""");
        return $"""
            <Project>
              <PropertyGroup>
                <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
                <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>
                <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
              </PropertyGroup>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.{Environment.Version.Minor}</TargetFramework>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                <SelfContained>false</SelfContained>
                <UseAppHost>false</UseAppHost>
                <NuGetAudit>false</NuGetAudit>
                <RestoreRootConfigDirectory>{SecurityElement.Escape(workingDirectory)}</RestoreRootConfigDirectory>
                <RestoreAdditionalProjectSources>{SecurityElement.Escape(string.Join(';', sources))}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
            {string.Join('\n', references)}
              </ItemGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
            </Project>
            """;
    }
}
