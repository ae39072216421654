using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>The gated activation of van den Oord and others (2016), in one pass over memory where the bridge is there.</summary>
static unsafe class GatedActivation
{
    static readonly delegate* unmanaged<IntPtr, IntPtr*, byte*> Native = NativeBridge.IsThere ? (delegate* unmanaged<IntPtr, IntPtr*, byte*>)NativeBridge.Export("bridge_gate") : null;

    /// <summary>tanh(a) * sigmoid(b) of the two halves of the channels: (B, 2C, H, W) to (B, C, H, W).</summary>
    internal static Tensor Gate(Tensor x)
    {
        if (Native == null)
            return Composed(x);
        IntPtr made;
        NativeBridge.Check(Native(x.Handle, &made));
        GC.KeepAlive(x);
        return Tensor.UnsafeCreateTensor(made);
    }

    /// <summary>The same by TorchSharp's operators.</summary>
    internal static Tensor Composed(Tensor x)
    {
        Tensor[] halves = x.chunk(2, dim: 1);
        return halves[0].tanh() * halves[1].sigmoid();
    }
}
