using System.Runtime.InteropServices;

namespace TorchSharp;

internal static unsafe partial class Bridge
{
    [LibraryImport(Library)]
    internal static partial byte* bridge_adam_step(IntPtr* parameters, IntPtr* expAvg, IntPtr* expAvgSq, IntPtr* greatest, long* steps, int count,
        double lr, double beta1, double beta2, double epsilon, double weightDecay, int decoupled, int maximize);
    [LibraryImport(Library)]
    internal static partial byte* bridge_sgd_step(IntPtr* parameters, IntPtr* momentumBuffer, long* steps, int count, double lr, double weightDecay,
        double momentum, double dampening, int nesterov, int maximize);
    [LibraryImport(Library)]
    internal static partial byte* bridge_rmsprop_step(IntPtr* parameters, IntPtr* squareAvg, IntPtr* gradAvg, IntPtr* momentumBuffer, long* steps, int count,
        double lr, double alpha, double epsilon, double weightDecay, double momentum, int maximize);
    [LibraryImport(Library)]
    internal static partial byte* bridge_zero_grad(IntPtr* tensors, int count, int none);
}
