using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>What libtorch can do beyond TorchSharp's API, reached through the bridge beside TorchSharp.dll; where another TorchSharp is used, it is not there.</summary>
static unsafe class NativeBridge
{
    static readonly IntPtr Library = Load();

    /// <summary>Whether the bridge is there.</summary>
    internal static bool IsThere => Library != 0;

    static IntPtr Load()
    {
        _ = get_num_threads(); // starts TorchSharp, and with it the bridge
        string? file = Environment.GetEnvironmentVariable("TORCH_BRIDGE");
        if (string.IsNullOrEmpty(file))
            file = Path.Combine(Path.GetDirectoryName(typeof(Tensor).Assembly.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory, "libtorchbridge.so");
        return File.Exists(file) && NativeLibrary.TryLoad(file, out IntPtr library) ? library : 0;
    }

    /// <summary>The address of one of the bridge's functions.</summary>
    internal static IntPtr Export(string name) => NativeLibrary.GetExport(Library, name);

    /// <summary>Throws what libtorch said.</summary>
    internal static void Check(byte* message)
    {
        if (message != null)
            throw new ExternalException(Marshal.PtrToStringUTF8((IntPtr)message));
    }
}
