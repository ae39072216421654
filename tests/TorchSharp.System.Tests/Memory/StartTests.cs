using System.Diagnostics;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed class StartTests
{
    // Starts this test program anew, to run one small test, with the bridge where it is told to be.
    static string Child(string bridge)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["-method", "TorchSharp.Tests.CoreTests.An_operator_gives_what_libtorch_computes"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TORCH_BRIDGE"] = bridge;
        using Process child = Process.Start(start)!;
        Task<string> errors = child.StandardError.ReadToEndAsync();
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return output + errors.Result;
    }

    [Fact]
    public void A_missing_bridge_says_where_it_was_looked_for() =>
        Assert.Contains("the bridge to libtorch is not at /nowhere/libtorchbridge.so: build the project, or set TORCH_BRIDGE to the file.", Child("/nowhere/libtorchbridge.so"));

    [Fact]
    public void A_libtorch_that_does_not_load_names_the_package()
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, "no library at all");
        try
        {
            string said = Child(file);
            Assert.Contains("libtorch could not be loaded: install it (apt-get install libtorch-dev libopenblas0-pthread), then build again. The loader said: " + file + ": file too short", said);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Threads_are_the_cores() => Assert.Equal(Environment.ProcessorCount, get_num_threads());

    [Fact]
    public void Errors_are_libtorchs_own_line_without_its_stack()
    {
        var error = Assert.Throws<ExternalException>(() => ones(2, 3).matmul(ones(4, 5)));
        Assert.Equal("mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)", error.Message);
        Assert.DoesNotContain('\n', Assert.Throws<ExternalException>(() => ones(2, 3).view(7)).Message);
        Assert.DoesNotContain("Exception raised from", Assert.Throws<ExternalException>(() => cat([ones(2), ones(2, 2)])).Message);
    }
}
