using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>The gated activation of van den Oord and others (2016), in one pass over memory where the bridge is there.</summary>
static unsafe class GatedActivation
{
    static readonly delegate* unmanaged<IntPtr, IntPtr, long, long, IntPtr*, byte*> Native =
        NativeBridge.IsThere ? (delegate* unmanaged<IntPtr, IntPtr, long, long, IntPtr*, byte*>)NativeBridge.Export("bridge_gate") : null;

    /// <summary>tanh(a) * sigmoid(b) of the two halves of the channels of images (B, 2C, H', W'), cut to their first rows and columns, plus others (B, 2C, H, W): (B, C, H, W).</summary>
    internal static Tensor Gate(Tensor x, long height, long width, Tensor? plus = null)
    {
        if (Native == null)
            return Composed(x, height, width, plus);
        IntPtr made;
        NativeBridge.Check(Native(x.Handle, plus is null ? 0 : plus.Handle, height, width, &made));
        GC.KeepAlive(x);
        GC.KeepAlive(plus);
        return Tensor.UnsafeCreateTensor(made);
    }

    /// <summary>The same by TorchSharp's operators.</summary>
    internal static Tensor Composed(Tensor x, long height, long width, Tensor? plus = null)
    {
        Tensor seen = x.narrow(2, 0, height).narrow(3, 0, width);
        Tensor[] halves = (plus is null ? seen : seen + plus).chunk(2, dim: 1);
        return halves[0].tanh() * halves[1].sigmoid();
    }
}
