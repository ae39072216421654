using System.Runtime.Versioning;

namespace GenerativeCourse.Cli.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class CourseScriptTests : IDisposable
{
    readonly FakeClone _clone = new();

    public void Dispose() => _clone.Dispose();

    [Fact]
    public void It_builds_once_and_then_starts_the_built_tool()
    {
        var first = _clone.Start("run", "a b");
        Assert.Equal((0, "tool 1 with run a b torch cpu"), (first.Code, first.Output));
        Assert.StartsWith("course: building (", first.Errors);
        Assert.Equal((0, "tool 1 with doctor torch cpu", ""), _clone.Start("doctor"));
        Assert.Contains("-p:Torch=cpu", Assert.Single(_clone.Builds));
    }

    [Theory]
    [InlineData("src/GenerativeCourse.Cli/Program.cs")]
    [InlineData("global.json")]
    [InlineData("src/New/File.cs")]
    public void A_changed_source_builds_again(string file)
    {
        _clone.Start();
        File.SetLastWriteTimeUtc(_clone.Write(file, "changed"), DateTime.UtcNow.AddSeconds(2));
        var second = _clone.Start();
        Assert.StartsWith("tool 2 ", second.Output);
        Assert.Equal("course: building what has changed ...", second.Errors);
    }

    [Fact]
    public void A_build_leaves_no_temporary_folders()
    {
        Assert.Equal(0, _clone.Start("--version").Code);
        var temporary = File.ReadAllText(_clone["log.temporary"]).TrimEnd();
        Assert.NotEqual(Path.TrimEndingDirectorySeparator(Path.GetTempPath()), temporary);
        Assert.False(Directory.Exists(temporary));
    }

    [Fact]
    public void A_build_refreshes_the_kernels_that_were_installed_from_here()
    {
        _clone.Write("out/kernels", "/somewhere/.net-csharp\n");
        var (code, output, errors) = _clone.Start("doctor");
        Assert.Equal((0, "tool 1 with doctor torch cpu"), (code, output));
        Assert.Contains("tool 1 with kernel refresh", errors);
        Assert.DoesNotContain("refresh", _clone.Start("doctor").Errors);
    }

    [Fact]
    public void A_build_that_fails_shows_its_errors_alone_and_keeps_the_last_good_one()
    {
        _clone.Start();
        File.SetLastWriteTimeUtc(_clone.Write("src/X.cs", ""), DateTime.UtcNow.AddSeconds(2));
        _clone.Write("log.fail", "Restoring\n/x/X.cs(1,2): error CS1002: ; expected [/x/X.csproj]\n/x/X.cs(1,2): error CS1002: ; expected [/x/X.csproj]\n");
        var (code, output, errors) = _clone.Start();
        Assert.Equal((1, ""), (code, output));
        Assert.Equal("/x/X.cs(1,2): error CS1002: ; expected", errors.Split('\n')[1]);
        Assert.DoesNotContain("Restoring", errors);
        Assert.Contains("--no-build", errors);
        Assert.Equal((0, "tool 1 with run torch cpu"), _clone.Start("--no-build", "run") is var kept ? (kept.Code, kept.Output) : default);
    }

    [Fact]
    public void Without_the_ReadyToRun_compiler_it_builds_without()
    {
        _clone.Write("log.fail", "error NU1101: Unable to find package microsoft.netcore.app.crossgen2.linux-x64.");
        Assert.Equal(0, _clone.Start().Code);
        Assert.Equal([true, false], _clone.Builds.Select(build => build.Contains("PublishReadyToRun=true")));
    }

    [Fact]
    public void A_Torch_whose_packages_cannot_be_had_is_told_in_a_line()
    {
        _clone.Write("log.fail", "/a.csproj : error NU1101: Unable to find package TorchSharp-cpu. No packages exist with this id in source(s): mine [/c.csproj]\n/b.csproj : error NU1101: Unable to find package TorchSharp-cpu. No packages exist with this id in source(s): mine\n");
        var (code, output, errors) = _clone.Start("doctor");
        Assert.Equal((1, ""), (code, output));
        Assert.Equal("course: your NuGet sources do not have TorchSharp-cpu, which --torch cpu asks for: add nuget.org to them, or see environment.md for what else can stand behind torch", errors.Split('\n')[1]);
        Assert.DoesNotContain("NU1101", errors);
    }

    [Fact]
    public async Task Two_at_once_build_once()
    {
        _clone.Write("log.slow", "");
        using var one = _clone.Begin([_clone["course"]]);
        using var two = _clone.Begin([_clone["course"]]);
        await Task.WhenAll(one.WaitForExitAsync(TestContext.Current.CancellationToken), two.WaitForExitAsync(TestContext.Current.CancellationToken));
        Assert.Equal((0, 0), (one.ExitCode, two.ExitCode));
        Assert.Single(_clone.Builds);
    }

    [Fact]
    public void Torch_is_passed_on_and_keeps_outputs_apart()
    {
        Assert.Equal("tool 1 with doctor torch cuda", _clone.Start("--torch", "cuda", "doctor").Output);
        Assert.Equal("tool 2 with doctor torch cpu", _clone.Start("--torch=cpu", "doctor").Output);
        Assert.Equal("tool 1 with doctor torch cuda", _clone.With("TORCH", "cuda").Start("doctor").Output);
    }

    [Fact]
    public void A_Torch_that_is_none_is_refused() =>
        Assert.Equal((2, "", "course: no such Torch: rocm. It is system, cpu, cuda or a folder with TorchSharp.dll"), _clone.Start("--torch", "rocm"));

    [Fact]
    public void A_LIBTORCH_without_libtorch_is_refused()
    {
        var (code, _, errors) = _clone.With("TORCH", "system").With("LIBTORCH", "/nowhere").Start();
        Assert.Equal(2, code);
        Assert.StartsWith("course: LIBTORCH=/nowhere holds no libtorch", errors);
    }

    [Fact]
    public void A_LIBTORCH_is_taken_from_anywhere_and_its_version_keys_the_output()
    {
        _clone.Write("torch/include/torch/csrc/api/include/torch/version.h", "#include <torch/headeronly/version.h>\n");
        _clone.Write("torch/include/torch/headeronly/version.h", "#define TORCH_VERSION_MAJOR 2\n#define TORCH_VERSION_MINOR 9\n#define TORCH_VERSION_PATCH 1\n");
        // Relative to the folder that the script is started in.
        var started = _clone.With("TORCH", "system").With("LIBTORCH", Path.GetRelativePath(Path.GetTempPath(), _clone["torch"])).Start("doctor");
        Assert.Equal((0, $"tool 1 with doctor torch system of {_clone["torch"]}"), (started.Code, started.Output));
        Assert.Single(Directory.GetDirectories(_clone["out"], "system-2.9.1-*"));
    }

    [Fact]
    public void A_libtorch_that_is_too_old_is_refused()
    {
        _clone.Write("torch/include/torch/csrc/api/include/torch/version.h", "#define TORCH_VERSION_MAJOR 1\n#define TORCH_VERSION_MINOR 8\n#define TORCH_VERSION_PATCH 1\n");
        var (code, _, errors) = _clone.With("TORCH", "system").With("LIBTORCH", _clone["torch"]).Start("doctor");
        Assert.Equal((2, "course: libtorch 1.8.1 is too old: the course needs 1.13 or newer. Name one with LIBTORCH=FOLDER, or try --torch cpu"), (code, errors));
    }

    [Fact]
    public void What_is_missing_is_installed_in_CI()
    {
        _clone.Program("apt-get", "echo \"apt $*\" >>\"$LOG\"");
        _clone.Program("sudo", "[ \"$1\" = -n ] && shift; exec \"$@\"");
        var (code, _, errors) = _clone.With("CI", "true").Start("--install", "python3-torch", "chromium");
        Assert.Equal((0, "course: installing python3-torch chromium ..."), (code, errors));
        Assert.Equal(["apt update", "apt install -y --no-install-recommends python3-torch chromium"], File.ReadLines(_clone["log"]));
    }

    [Fact]
    public void An_install_that_fails_says_why()
    {
        _clone.Program("apt-get", "echo 'E: Unable to locate package nonesuch'; exit 100");
        _clone.Program("sudo", "[ \"$1\" = -n ] && shift; exec \"$@\"");
        var (code, _, errors) = _clone.With("CI", "true").Start("--install", "nonesuch");
        Assert.Equal(2, code);
        Assert.Contains("E: Unable to locate package nonesuch", errors);
    }

    [Fact]
    public void Where_it_may_not_install_it_prints_the_line()
    {
        Peer.RequireHardware(Environment.IsPrivilegedProcess, "root, to become a user without rights");
        _clone.Program("apt-get", "exit 1");
        _clone.Program("sudo", "exit 1");
        using var process = _clone.Begin([FakeClone.Where("setpriv"), "--reuid=65534", "--clear-groups", _clone["course"], "--install", "g++"]);
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal((2, "course: missing: g++. Install it with: sudo apt-get install --no-install-recommends g++\n"), (process.ExitCode, errors));
    }

    [Fact]
    public void An_SDK_is_fetched_into_the_clone_where_there_is_none()
    {
        // An older SDK on the path, which global.json refuses, is none.
        _clone.Write("dotnet.good", "#!/bin/sh\n" + File.ReadAllText(_clone["bin/dotnet"]));
        _clone.Program("dotnet", "exit 145");
        _clone.Program("curl", "while [ \"$1\" != -o ]; do shift; done; echo 'mkdir -p \"$4\"; cp \"$HOME/dotnet.good\" \"$4/dotnet\"; chmod +x \"$4/dotnet\"' >\"$2\"");
        var (code, output, errors) = _clone.With("CI", "true").Start("doctor");
        Assert.Equal((0, "tool 1 with doctor torch cpu"), (code, output));
        Assert.Contains("fetching the .NET SDK into", errors);
    }
}
