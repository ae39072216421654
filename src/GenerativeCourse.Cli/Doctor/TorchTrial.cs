using TorchSharp;
using static TorchSharp.torch;

namespace GenerativeCourse.Cli.Doctor;

/// <summary>What libtorch says of itself once it is loaded.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Threads">The threads that one operation may use.</param>
/// <param name="CudaDevices">The CUDA devices that it sees.</param>
/// <param name="Libraries">The libraries of libtorch, BLAS and CUDA that are mapped.</param>
public sealed record TorchTrial(string Version, int Threads, int CudaDevices, string[] Libraries)
{
    /// <summary>Loads libtorch into this process, which must be one that may die of it.</summary>
    public static TorchTrial Run()
    {
        var version = torch.__version__;
        return new(version, get_num_threads(), cuda.is_available() ? cuda.device_count() : 0, [.. Mapped()]);
    }

    static IEnumerable<string> Mapped() => !File.Exists("/proc/self/maps") ? []
        : File.ReadLines("/proc/self/maps").Select(line => line[(line.IndexOf('/') is var at and >= 0 ? at : line.Length)..]).Distinct()
            .Where(file => Path.GetFileName(file) is var name && new[] { "libtorch", "libc10", "LibTorch", "blas", "libmkl", "libcudart" }.Any(part => name.Contains(part, StringComparison.Ordinal)));
}
