using GenerativeCourse.Cli.Doctor;
using GenerativeCourse.Cli.Kernels;

namespace GenerativeCourse.Cli.Tests;

public sealed class DoctorTests
{
    static readonly TorchTrial Good = new("1.13.0", Environment.ProcessorCount, 200, 0, ["/lib/libtorch_cpu.so", "/lib/openblas-pthread/libopenblasp-r0.3.21.so", "/lib/openblas-pthread/libblas.so.3"]);

    static Finding Find(TorchTrial trial, string what) => Assert.Single(TorchCheck.Judge(trial), finding => finding.What == what);

    [Fact]
    public void OpenBLAS_behind_libblas_is_good() => Assert.Equal(State.Good, Find(Good, "BLAS").State);

    [Fact]
    public void The_reference_BLAS_is_poor_and_the_advice_names_the_package()
    {
        var finding = Find(Good with { Libraries = ["/lib/libtorch_cpu.so", "/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0"] }, "BLAS");
        Assert.Equal(State.Poor, finding.State);
        Assert.Contains("libopenblas0-pthread", finding.Advice);
    }

    [Fact]
    public void A_BLAS_inside_libtorch_is_good() => Assert.Equal(State.Good, Find(Good with { Libraries = ["/x/lib/libtorch_cpu.so"] }, "BLAS").State);

    [Fact]
    public void Fewer_threads_than_cores_are_poor() => Assert.Equal(State.Poor, Find(Good with { Threads = 0 }, "threads").State);

    [Fact]
    public void CUDA_devices_are_counted()
    {
        Assert.Equal(State.Absent, Find(Good, "CUDA").State);
        Assert.Equal(new Finding("CUDA", State.Good, "2 devices"), Find(Good with { CudaDevices = 2 }, "CUDA"));
    }

    [Theory]
    [InlineData("""{"argv":["/nowhere/course-tool","kernel"]}""", State.Poor, "stale")]
    [InlineData("""{"argv":["dotnet-interactive","jupyter"]}""", State.Poor, ".NET Interactive")]
    [InlineData("""{"argv":"x"}""", State.Poor, "not a kernel's description")]
    [InlineData("""{"argv":["tool"],"metadata":{"generative-course":{"tool":"tool-0"}}}""", State.Poor, "another build")]
    [InlineData("""{""", State.Poor, "not a kernel's description")]
    [InlineData("""{"argv":["sometool"]}""", State.Good, ".net-csharp")]
    public void A_kernel_is_read(string json, State state, string said)
    {
        using var folder = new TemporaryFolder();
        folder.Write($"{KernelSpec.CSharp}/kernel.json", json);
        var finding = JupyterCheck.Kernel([folder.File("empty"), folder.Path]);
        Assert.Equal(state, finding.State);
        Assert.Contains(said, finding.Detail);
    }

    [Fact]
    public void No_kernel_is_no_fault() => Assert.Equal(State.Absent, JupyterCheck.Kernel(["/nowhere"]).State);

    [Fact]
    public void The_report_says_what_to_do_and_fails_on_what_is_needed()
    {
        var writer = new StringWriter();
        Assert.False(DoctorReport.Write([new("a", State.Good, "x", "never said"), new("b", State.Missing, "none", "install b")], writer));
        Assert.Equal(["ok       a             x", "MISSING  b             none", "", "What to do:", "  b: install b"], writer.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n'));
        Assert.True(DoctorReport.Write([new("c", State.Absent, "none"), new("d", State.Poor, "slow")], TextWriter.Null));
    }
}
