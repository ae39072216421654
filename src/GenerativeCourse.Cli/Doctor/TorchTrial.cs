using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace GenerativeCourse.Cli.Doctor;

/// <summary>What libtorch says of itself once it is loaded.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Threads">The threads that one operation may use.</param>
/// <param name="Gigaflops">The speed of a product of two 1024 x 1024 matrices of float32, in GFLOP/s.</param>
/// <param name="CudaDevices">The CUDA devices that it sees.</param>
/// <param name="Libraries">The libraries of libtorch, BLAS and CUDA that are mapped.</param>
public sealed record TorchTrial(string Version, int Threads, double Gigaflops, int CudaDevices, string[] Libraries)
{
    /// <summary>Loads libtorch into this process, which must be one that may die of it.</summary>
    public static TorchTrial Run()
    {
        var version = torch.__version__;
        using var scope = NewDisposeScope();
        var matrix = rand(1024, 1024); // (1024, 1024)
        matmul(matrix, matrix); // what is set up once is not counted
        var watch = Stopwatch.StartNew();
        matmul(matrix, matrix);
        var gigaflops = 2 * Math.Pow(1024, 3) / watch.Elapsed.TotalSeconds / 1e9;
        return new(version, get_num_threads(), gigaflops, cuda.is_available() ? cuda.device_count() : 0, [.. Mapped()]);
    }

    static IEnumerable<string> Mapped() => !File.Exists("/proc/self/maps") ? []
        : File.ReadLines("/proc/self/maps").Select(line => line[(line.IndexOf('/') is var at and >= 0 ? at : line.Length)..]).Distinct()
            .Where(file => Path.GetFileName(file) is var name && new[] { "libtorch", "libc10", "LibTorch", "blas", "libmkl", "libcudart" }.Any(part => name.Contains(part, StringComparison.Ordinal)));
}
