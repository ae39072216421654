using System.IO.Compression;
using System.Runtime.InteropServices;
using GenerativeCourse.Notebooks.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenerativeCourse.Notebooks.Tests.Kernel;

/// <summary>Restores from a folder of packages made here, with every other source cleared.</summary>
[Collection("kernel")]
public sealed class PackageTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public PackageTests()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "feed"));
        folder.Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{folder.Path}/packages" /></config>
              <packageSources><clear /><add key="feed" value="feed" /></packageSources>
            </configuration>
            """);
        Pack("Test.Inner", "1.0.0", "public static class Inner { public static int Answer => 42; }");
        Pack("Test.Inner", "2.0.0", "public static class Inner { public static int Answer => 43; }");
        Pack("Test.Outer", "1.0.0", "public static class Outer { public static int Answer => Inner.Answer + 1; }", ("Test.Inner", "[1.0.0]"),
            references: "public static class Inner { public static int Answer => 42; }");
        Pack("Test.Other", "1.0.0", "public static class Other { }", ("Test.Inner", "[2.0.0]"));
        Pack("Test.Native", "1.0.0", """
            using System.Runtime.InteropServices;
            public static class Native { [DllImport("testnative", EntryPoint = "SystemNative_GetPid")] public static extern int Pid(); }
            """, native: true);
    }

    [Fact]
    public async Task Packages_come_with_their_dependencies_and_then_from_the_cache()
    {
        using (var notebook = Start())
        {
            Assert.Equal("43", await notebook.Result("#r \"nuget: Test.Outer, 1.0.0\"\nOuter.Answer"));
            Assert.Equal(["display_data", "update_display_data", "execute_result"], notebook.Messages.Select(message => message.Type));
            Assert.Equal("Packages: Test.Outer 1.0.0", (string?)notebook.Messages[1].Content["data"]!["text/plain"]);
            var conflict = await notebook.Run("#r \"nuget: Test.Inner, 2.0.0\"");
            Assert.Equal(("PackageError", "Test.Inner 1.0.0 is loaded already: restart the kernel to use 2.0.0."), (conflict.ErrorName, conflict.ErrorValue));
        }
        Directory.Delete(Path.Combine(folder.Path, "feed"), recursive: true);
        using (var again = Start())
        {
            Assert.Equal("43", await again.Result("#r \"nuget: Test.Outer, 1.0.0\"\nOuter.Answer"));
            Assert.Equal(["display_data", "execute_result"], again.Messages.Select(message => message.Type));
        }
    }

    [Fact]
    public async Task Native_libraries_inside_packages_load_and_the_newest_version_is_taken()
    {
        using var notebook = Start();
        Assert.Equal($"{Environment.ProcessId}, 43", await notebook.Result("#r \"nuget: Test.Native\"\n#r \"nuget:Test.Inner\"\n$\"{Native.Pid()}, {Inner.Answer}\""));
        Assert.Equal("Packages: Test.Native 1.0.0; Test.Inner 2.0.0", (string?)notebook.Messages[1].Content["data"]!["text/plain"]);
    }

    [Fact]
    public async Task A_package_that_cannot_be_had_is_one_clear_line()
    {
        using var notebook = Start();
        var unknown = await notebook.Run("#r \"nuget: Test.Absent\"");
        Assert.Equal("Unable to find package Test.Absent. No packages exist with this id in source(s): feed. Check the id's spelling; a feed or folder of packages is added with #i \"nuget: url-or-path\".", unknown.ErrorValue);
        Assert.Single(unknown.Traceback);
        var version = await notebook.Run("#r \"nuget: Test.Inner, 7.0.0\"");
        Assert.StartsWith("Unable to find package Test.Inner with version (>= 7.0.0)", version.ErrorValue);
        var conflict = await notebook.Run("#r \"nuget: Test.Outer, 1.0.0\"\n#r \"nuget: Test.Other, 1.0.0\"");
        Assert.StartsWith("Versions conflict: ", conflict.ErrorValue);
        Assert.StartsWith("#r \"nuget:\" names no package", (await notebook.Run("#r \"nuget: \"")).ErrorValue);
    }

    public void Dispose() => folder.Dispose();

    NotebookSession Start() => new(new KernelOptions { WorkingDirectory = folder.Path, CacheFolder = Path.Combine(folder.Path, "cache") });

    void Pack(string id, string version, string code, (string Id, string Version)? dependency = null, bool native = false, string? references = null)
    {
        using var file = File.Create(Path.Combine(folder.Path, "feed", $"{id}.{version}.nupkg"));
        using var package = new ZipArchive(file, ZipArchiveMode.Create);
        Entry($"{id}.nuspec", System.Text.Encoding.UTF8.GetBytes($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>{id}</id><version>{version}</version><authors>test</authors><description>test</description>
                <dependencies><group targetFramework="net8.0">{(dependency is var (other, range) ? $"<dependency id=\"{other}\" version=\"{range}\" />" : "")}</group></dependencies>
              </metadata>
            </package>
            """));
        Entry($"lib/net8.0/{id}.dll", Compile(id, code, references));
        if (native)
            Entry($"runtimes/{RuntimeInformation.RuntimeIdentifier}/native/libtestnative.so", File.ReadAllBytes(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "libSystem.Native.so")));

        void Entry(string name, byte[] content)
        {
            using var stream = package.CreateEntry(name).Open();
            stream.Write(content);
        }
    }

    static byte[] Compile(string name, string code, string? references)
    {
        List<MetadataReference> known = [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)];
        if (references is not null)
            known.Add(MetadataReference.CreateFromImage(Compile("Test.Inner", references, null)));
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)], known, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }
}
