using System.Text.Json.Nodes;
using GenerativeCourse.Cli.Kernels;

namespace GenerativeCourse.Cli.Tests;

public sealed class KernelInstallerTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("course-kernels-");
    readonly List<string> said = [];

    string Kernels => Path.Combine(folder.FullName, "kernels");

    string Tool => Path.Combine(folder.FullName, "tool");

    string Spec => Path.Combine(Kernels, KernelSpec.CSharp);

    KernelInstaller Installer => new(Tool, new CourseFolder(Path.Combine(folder.FullName, "clone")), said.Add);

    public KernelInstallerTests()
    {
        Directory.CreateDirectory(Tool);
        foreach (var file in new[] { ToolCopy.Executable, "course-tool.dll", "course-tool.pdb", "plotly-basic.min.js", "mermaid.tiny.js" })
            File.WriteAllText(Path.Combine(Tool, file), "first");
    }

    public void Dispose() => folder.Delete(recursive: true);

    void Rebuild(string content)
    {
        var file = Path.Combine(Tool, ToolCopy.Executable);
        File.WriteAllText(file, content);
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(content.Length));
    }

    JsonNode Description() => JsonNode.Parse(File.ReadAllText(KernelSpec.FileIn(Spec)))!;

    string Started() => File.ReadAllText((string)Description()["argv"]![0]!);

    [Fact]
    public void The_kernel_is_described_as_clients_want_it()
    {
        Installer.Install(Kernels, KernelSpec.CSharp, replace: false);

        var spec = Description();
        Assert.Equal(["kernel", "start", "{connection_file}"], spec["argv"]!.AsArray().Skip(1).Select(word => (string)word!));
        Assert.Equal((".NET (C#)", "C#", "message"), ((string)spec["display_name"]!, (string)spec["language"]!, (string)spec["interrupt_mode"]!));
        Assert.StartsWith(Spec, (string)spec["argv"]![0]!);
        Assert.All(new[] { "logo-32x32.png", "logo-64x64.png", "logo-svg.svg", "plotly-basic.min.js", "mermaid.tiny.js" }, file => Assert.True(new FileInfo(Path.Combine(Spec, file)).Length > 0));
        Assert.DoesNotContain(Directory.GetFiles(Spec, "*", SearchOption.AllDirectories), file => file.EndsWith(".pdb", StringComparison.Ordinal));
    }

    [Fact]
    public void It_survives_the_tool_and_is_refreshed_when_that_is_built_anew()
    {
        Installer.Install(Kernels, KernelSpec.CSharp, replace: false);
        Rebuild("second");
        Assert.Equal("first", Started());
        Assert.True(KernelSpec.Read(Spec)!.IsStale(Tool));

        Installer.Refresh();

        Assert.Equal("second", Started());
        Assert.False(KernelSpec.Read(Spec)!.IsStale(Tool));
        Rebuild("the third");
        Installer.Refresh();
        Assert.Equal("the third", Started());
        Assert.Equal(2, Directory.GetDirectories(Spec).Length);
    }

    [Fact]
    public void What_was_removed_by_others_is_not_refreshed()
    {
        Installer.Install(Kernels, KernelSpec.CSharp, replace: false);
        Directory.Delete(Spec, recursive: true);
        Rebuild("second");

        Installer.Refresh();

        Assert.False(Directory.Exists(Spec));
    }

    [Fact]
    public void Another_kernel_is_replaced_only_when_that_is_said_and_is_named()
    {
        Directory.CreateDirectory(Spec);
        const string Other = """{"argv":["dotnet","interactive","jupyter"],"display_name":"Old C#"}""";
        File.WriteAllText(KernelSpec.FileIn(Spec), Other);

        var mistake = Assert.Throws<UserException>(() => Installer.Install(Kernels, KernelSpec.CSharp, replace: false));
        Assert.Contains("Old C#", mistake.Message);
        Assert.Contains("--replace", mistake.Message);
        Assert.Equal(Other, File.ReadAllText(KernelSpec.FileIn(Spec)));
        Assert.Throws<UserException>(() => Installer.Uninstall(Kernels, KernelSpec.CSharp));

        Installer.Install(Kernels, KernelSpec.CSharp, replace: true);
        Assert.Contains(said, line => line.StartsWith("replaced Old C# (started by dotnet interactive jupyter)", StringComparison.Ordinal));
        Assert.Equal("first", Started());
        Assert.Equal([KernelSpec.CSharp], Directory.GetDirectories(Kernels).Select(Path.GetFileName));
    }

    [Fact]
    public void A_failed_replacement_leaves_the_other_kernel()
    {
        Directory.CreateDirectory(Spec);
        File.WriteAllText(KernelSpec.FileIn(Spec), """{"argv":["other"]}""");
        File.Delete(Path.Combine(Tool, "plotly-basic.min.js"));

        Assert.Throws<UserException>(() => Installer.Install(Kernels, KernelSpec.CSharp, replace: true));

        Assert.Equal("other", (string?)Description()["argv"]![0]);
        Assert.Equal([KernelSpec.CSharp], Directory.GetDirectories(Kernels).Select(Path.GetFileName));
    }

    [Fact]
    public void Removing_leaves_nothing()
    {
        Installer.Install(Kernels, "mine", replace: false);
        Installer.Uninstall(Kernels, "mine");

        Assert.Empty(Directory.GetDirectories(Kernels));
        Assert.Contains("no kernel mine", Assert.Throws<UserException>(() => Installer.Uninstall(Kernels, "mine")).Message);
    }
}
