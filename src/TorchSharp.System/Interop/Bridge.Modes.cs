using System.Runtime.InteropServices;

namespace TorchSharp;

internal static unsafe partial class Bridge
{
    [LibraryImport(Library)]
    internal static partial int bridge_grad_mode();
    [LibraryImport(Library)]
    internal static partial void bridge_set_grad_mode(int enabled);
    [LibraryImport(Library)]
    internal static partial int bridge_inference_mode();
    [LibraryImport(Library)]
    internal static partial IntPtr bridge_enter_inference(int enabled);
    [LibraryImport(Library)]
    internal static partial void bridge_leave_inference(IntPtr mode);
    [LibraryImport(Library)]
    internal static partial int bridge_autocast_type(int deviceType);
    [LibraryImport(Library)]
    internal static partial void bridge_set_threads(int count);
    [LibraryImport(Library)]
    internal static partial int bridge_threads();
    [LibraryImport(Library)]
    internal static partial byte* bridge_set_interop_threads(int count);
    [LibraryImport(Library)]
    internal static partial int bridge_interop_threads();
    [LibraryImport(Library)]
    internal static partial byte* bridge_version();

    [LibraryImport(Library)]
    internal static partial byte* bridge_manual_seed(ulong seed);
    [LibraryImport(Library)]
    internal static partial byte* bridge_default_generator(int deviceType, int index, out IntPtr made);
    [LibraryImport(Library)]
    internal static partial byte* bridge_new_generator(int deviceType, int index, ulong seed, out IntPtr made);
    [LibraryImport(Library)]
    internal static partial void bridge_release_generator(IntPtr generator);
    [LibraryImport(Library)]
    internal static partial byte* bridge_generator_set_seed(IntPtr generator, ulong seed);
    [LibraryImport(Library)]
    internal static partial ulong bridge_generator_seed(IntPtr generator);
    [LibraryImport(Library)]
    internal static partial ulong bridge_generator_initial_seed(IntPtr generator);
    [LibraryImport(Library)]
    internal static partial byte* bridge_generator_state(IntPtr generator, out IntPtr state);
    [LibraryImport(Library)]
    internal static partial byte* bridge_generator_set_state(IntPtr generator, IntPtr state);

    [LibraryImport(Library)]
    internal static partial int bridge_cuda_available();
    [LibraryImport(Library)]
    internal static partial int bridge_cudnn_available();
    [LibraryImport(Library)]
    internal static partial int bridge_cudnn_benchmark();
    [LibraryImport(Library)]
    internal static partial void bridge_set_cudnn_benchmark(int enabled);
    [LibraryImport(Library)]
    internal static partial int bridge_cudnn_tf32();
    [LibraryImport(Library)]
    internal static partial void bridge_set_cudnn_tf32(int enabled);
    [LibraryImport(Library)]
    internal static partial int bridge_matmul_tf32();
    [LibraryImport(Library)]
    internal static partial void bridge_set_matmul_tf32(int enabled);
    [LibraryImport(Library)]
    internal static partial int bridge_cuda_device_count();
    [LibraryImport(Library)]
    internal static partial byte* bridge_cuda_synchronize(int index);
}
