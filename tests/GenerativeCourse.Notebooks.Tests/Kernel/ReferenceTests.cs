using System.Reflection.Metadata;
using GenerativeCourse.Notebooks.Kernel;
using GenerativeCourse.Notebooks.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using AssemblyFile = GenerativeCourse.Notebooks.Kernel.Scripting.AssemblyFile;

namespace GenerativeCourse.Notebooks.Tests.Kernel;

[Collection("kernel")]
public sealed class ReferenceTests
{
    [Fact]
    public async Task A_file_is_referenced_relative_to_the_notebook()
    {
        using var folder = new TemporaryFolder();
        Compile(folder, "Lib", "public static class Lib { public static int Answer => 42; }");
        using var notebook = new NotebookSession(new KernelOptions { WorkingDirectory = folder.Path });
        Assert.Equal("42", await notebook.Result("var early = 1;\n#r \"Lib.dll\"\nLib.Answer"));
        Assert.Equal("42", await notebook.Result("Lib.Answer"));
    }

    [Fact]
    public void The_framework_is_referenced_as_it_is_loaded_or_lies_in_its_files()
    {
        var core = typeof(object).Assembly;
        Assert.Equal(core.ManifestModule.ModuleVersionId, VersionId(AssemblyFile.Lasting(core.Location, core)));
        Assert.Equal(core.ManifestModule.ModuleVersionId, VersionId(AssemblyFile.Lasting(core.Location, null)));
        var framework = FrameworkReferences.Create();
        Assert.True(framework.Count > 100);
        Assert.All(framework, reference => Assert.Equal(reference.Display, Name(reference)));

        static MetadataReader Reader(PortableExecutableReference reference) => ((AssemblyMetadata)reference.GetMetadata()).GetModules().Single().GetMetadataReader();
        static Guid VersionId(PortableExecutableReference reference) => Reader(reference).GetGuid(Reader(reference).GetModuleDefinition().Mvid);
        static string Name(PortableExecutableReference reference) => Reader(reference).GetString(Reader(reference).GetAssemblyDefinition().Name);
    }

    [Fact]
    public async Task A_missing_reference_names_its_cell_and_line()
    {
        using var notebook = new NotebookSession();
        var reply = await notebook.Run("\n#r \"absent.dll\"");
        Assert.StartsWith("Cell[1]:line 2: #r names 'absent.dll', which is neither a file", reply.ErrorValue);
        Assert.Equal("3", await notebook.Result("#r \"System.Text.Json\"\nSystem.Text.Json.JsonSerializer.Deserialize<int>(\"3\")"));
    }

    [Fact]
    public async Task Source_files_are_loaded_with_what_they_reference()
    {
        using var folder = new TemporaryFolder();
        Compile(folder, "sub/Lib", "public static class Lib { public static int Answer => 42; }");
        folder.Write("sub/inner.csx", "#r \"Lib.dll\"\nint FromInner() => Lib.Answer;");
        folder.Write("outer.csx", "#load \"sub/inner.csx\"\nint FromOuter() => FromInner() + 1;\nint Fail() => throw new Exception(\"x\");");
        using var notebook = new NotebookSession(new KernelOptions { WorkingDirectory = folder.Path });
        Assert.Equal("43", await notebook.Result("#load \"outer.csx\"\nFromOuter()"));
        var reply = await notebook.Run("Fail()");
        Assert.Equal($"   at Fail() in {Path.Combine(folder.Path, "outer.csx")}:line 3", reply.Traceback[1]);
    }

    [Fact]
    public async Task The_kernels_libraries_need_no_restore()
    {
        using var folder = new TemporaryFolder();
        var library = Compile(folder, "Course", "namespace Course { public static class Lesson { public static string Title => \"VAE\"; } }");
        using var elsewhere = new TemporaryFolder();
        using var notebook = new NotebookSession(new KernelOptions
        {
            WorkingDirectory = elsewhere.Path,
            Libraries = new Dictionary<string, IReadOnlyList<string>> { ["Course.Library"] = [library] },
        });
        Assert.Equal("VAE", await notebook.Result("#r \"nuget: course.library, 9.9.9\"\nusing Course;\nLesson.Title"));
    }

    [Fact]
    public async Task All_of_the_framework_and_dynamic_can_be_used()
    {
        using var notebook = new NotebookSession();
        Assert.Equal("3", await notebook.Result("dynamic x = 1; dynamic y = 2; (int)(x + y)"));
        Assert.Equal("2", await notebook.Result("System.Xml.Linq.XElement.Parse(\"<a><b/><c/></a>\").Elements().Count()"));
        Assert.Equal("[ 1 ]", await notebook.Result("new System.Net.Http.HttpClient().Dispose(); System.Collections.Immutable.ImmutableArray.Create(1)"));
    }

    static string Compile(TemporaryFolder folder, string name, string code)
    {
        var path = Path.Combine(folder.Path, name + ".dll");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var result = CSharpCompilation.Create(Path.GetFileName(name), [CSharpSyntaxTree.ParseText(code)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }
}
