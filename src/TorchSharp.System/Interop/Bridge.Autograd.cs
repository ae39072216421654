using System.Runtime.InteropServices;

namespace TorchSharp;

internal static unsafe partial class Bridge
{
    [LibraryImport(Library)]
    internal static partial int bridge_requires_grad(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial int bridge_is_leaf(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial byte* bridge_set_requires_grad(IntPtr tensor, int requiresGrad);
    [LibraryImport(Library)]
    internal static partial byte* bridge_retain_grad(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial IntPtr bridge_grad(IntPtr tensor);
    [LibraryImport(Library)]
    internal static partial byte* bridge_set_grad(IntPtr tensor, IntPtr grad);
    [LibraryImport(Library)]
    internal static partial byte* bridge_set_data(IntPtr tensor, IntPtr data);
    [LibraryImport(Library)]
    internal static partial byte* bridge_backward(IntPtr* tensors, int count, IntPtr* grads, int gradCount, int retainGraph, int createGraph, IntPtr* inputs, int inputCount);
    [LibraryImport(Library)]
    internal static partial byte* bridge_grad_of(IntPtr* outputs, int count, IntPtr* inputs, int inputCount, IntPtr* grads, int gradCount, int retainGraph, int createGraph, int allowUnused, IntPtr* results);
    [LibraryImport(Library)]
    internal static partial void bridge_set_anomaly(int enabled, int checkNan);
    [LibraryImport(Library)]
    internal static partial int bridge_anomaly();
    [LibraryImport(Library)]
    internal static partial int bridge_anomaly_checks_nan();
}
