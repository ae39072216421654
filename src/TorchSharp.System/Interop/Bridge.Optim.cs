using System.Runtime.InteropServices;

namespace TorchSharp;

internal static unsafe partial class Bridge
{
    [LibraryImport(Library)]
    internal static partial byte* bridge_adam_step(IntPtr* parameters, IntPtr* grads, IntPtr* expAvg, IntPtr* expAvgSq, IntPtr* maxExpAvgSq, int count,
        long step, double lr, double beta1, double beta2, double epsilon, double weightDecay, int decoupled, int maximize);
    [LibraryImport(Library)]
    internal static partial byte* bridge_sgd_step(IntPtr* parameters, IntPtr* grads, IntPtr* momentumBuffer, int count, double lr, double weightDecay,
        double momentum, double dampening, int nesterov, int maximize, int first);
}
