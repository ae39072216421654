using TorchSharp.Modules;

namespace GenerativeCourse.Training;

/// <summary>Lets go of gradients instead of filling them with zeros: the next backward pass then hands its own over and adds nothing.</summary>
static unsafe class Gradients
{
    static readonly delegate* unmanaged<IntPtr*, int, int, byte*> Zero = NativeBridge.IsThere ? (delegate* unmanaged<IntPtr*, int, int, byte*>)NativeBridge.Export("bridge_zero_grad") : null;

    /// <summary>Forgets them; where the bridge is not there, the optimiser sets them to zero, which comes to the same for parameters that every step uses.</summary>
    internal static void Forget(OptimizerHelper optimizer)
    {
        if (Zero == null)
        {
            optimizer.zero_grad();
            return;
        }
        Parameter[] parameters = [.. optimizer.parameters()];
        IntPtr[] handles = Array.ConvertAll(parameters, parameter => parameter.Handle);
        fixed (IntPtr* first = handles)
            NativeBridge.Check(Zero(first, handles.Length, 1));
        GC.KeepAlive(parameters);
    }
}
