using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The C ABI of native/: see bridge.h. A non-null answer of a call is its error message.</summary>
internal static unsafe partial class Bridge
{
    const string Library = "torchbridge";

    static Bridge() => NativeLibrary.SetDllImportResolver(typeof(Bridge).Assembly, Resolve);

    static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library)
            return IntPtr.Zero;
        string file = Environment.GetEnvironmentVariable("TORCH_BRIDGE") is { Length: > 0 } named
            ? named
            : Path.Combine(Path.GetDirectoryName(assembly.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory, "libtorchbridge.so");
        try
        {
            LetThreadsRest();
            KeepFreedMemory();
            KeepFaultSignals();
            IntPtr library = NativeLibrary.Load(file);
            Start(library);
            return library;
        }
        catch (DllNotFoundException error)
        {
            throw new DllNotFoundException(File.Exists(file)
                ? $"libtorch could not be loaded: install it (apt-get install libtorch-dev libopenblas0-pthread), then build again. The loader said: {Reason(error)}"
                : $"the bridge to libtorch is not at {file}: build the project, or set TORCH_BRIDGE to the file.");
        }
    }

    // .NET's first line speaks of debugging; the loader's own lines, which name the missing library, come after it.
    static string Reason(DllNotFoundException error)
    {
        string[] lines = error.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines[Math.Min(1, lines.Length - 1)];
    }

    // OpenMP's threads and OpenBLAS's wait for work by spinning, each on the cores that the other one needs: on two cores a step of a
    // small network takes three times as long. libgomp reads its environment when it is loaded, so .NET's own variables come too late.
    static void LetThreadsRest()
    {
        if (OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") is null)
            setenv("GOMP_SPINCOUNT", "1000", overwrite: 0);
    }

    // glibc hands large blocks back to the kernel as they are freed, and a training step frees and asks for the same ones: the kernel then
    // clears every page anew, a fifth of the step of a large convolutional network. What MALLOC_ variables say comes first.
    static void KeepFreedMemory()
    {
        const int trimThreshold = -1, topPad = -2, mmapThreshold = -3, mostMmapThreshold = 32 << 20;
        bool told = Environment.GetEnvironmentVariable("MALLOC_TRIM_THRESHOLD_") is not null || Environment.GetEnvironmentVariable("MALLOC_MMAP_THRESHOLD_") is not null;
        if (told || !OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libc.so.6", out IntPtr libc) || !NativeLibrary.TryGetExport(libc, "mallopt", out IntPtr found))
            return;
        var mallopt = (delegate* unmanaged<int, int, int>)found;
        _ = (mallopt(mmapThreshold, mostMmapThreshold), mallopt(trimThreshold, int.MaxValue), mallopt(topPad, 64 << 20));
    }

    // Debian 13's libtorch loads UCX, which takes the signals that .NET makes NullReferenceException and DivideByZeroException of, and ends the process instead.
    static void KeepFaultSignals()
    {
        if (OperatingSystem.IsLinux())
            setenv("UCX_ERROR_SIGNALS", "", overwrite: 0);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    // libtorch starts with one thread; a slow BLAS makes matrix products fifty times slower and says nothing.
    static void Start(IntPtr library)
    {
        ((delegate* unmanaged<int, void>)NativeLibrary.GetExport(library, "bridge_set_threads"))(Environment.ProcessorCount);
        if (((delegate* unmanaged<int>)NativeLibrary.GetExport(library, "bridge_has_fast_blas"))() == 0)
            Console.Error.WriteLine("torch: no OpenBLAS behind libtorch, matrix products will be very slow: apt-get install libopenblas0-pthread");
    }

    /// <summary>Throws what libtorch said, as TorchSharp does.</summary>
    /// <exception cref="ExternalException">The message is libtorch's own, without its C++ stack.</exception>
    internal static void Check(byte* message)
    {
        if (message != null)
            throw new ExternalException(Marshal.PtrToStringUTF8((IntPtr)message));
    }

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial byte* bridge_find(string name, string overload, out IntPtr found);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int bridge_exists(string name, string overload);
    [LibraryImport(Library)]
    internal static partial byte* bridge_call(IntPtr op, Value* arguments, int count, Value* results, int* resultCount, IntPtr** list);

    [LibraryImport(Library)]
    internal static partial void bridge_release(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial long bridge_live();
    [LibraryImport(Library)]
    internal static partial IntPtr bridge_alias(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial long bridge_dim(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial long bridge_numel(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial int bridge_dtype(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial long bridge_element_size(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial int bridge_device_type(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial int bridge_device_index(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial int bridge_is_sparse(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial int bridge_is_contiguous(IntPtr tensor, int format);
    [LibraryImport(Library)]
    internal static partial long bridge_storage_offset(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial IntPtr bridge_identity(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial void bridge_sizes(IntPtr tensor, long* sizes);
    [LibraryImport(Library)]
    internal static partial void bridge_strides(IntPtr tensor, long* strides);
    [LibraryImport(Library)]
    internal static partial byte* bridge_data(IntPtr tensor, out IntPtr data);
    [LibraryImport(Library)]
    internal static partial byte* bridge_from_memory(void* data, long* sizes, int dims, int dtype, out IntPtr made);
    [LibraryImport(Library)]
    internal static partial byte* bridge_from_pinned(void* data, long* sizes, int dims, int dtype, delegate* unmanaged<IntPtr, void> release, IntPtr context, out IntPtr made);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial byte* bridge_save(IntPtr tensor, string path);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial byte* bridge_load(string path, out IntPtr made);
}
