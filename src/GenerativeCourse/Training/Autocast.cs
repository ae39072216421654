using TorchSharp;
using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>Runs matrix products and convolutions of this thread in bfloat16 until it is disposed; does nothing where the bridge is not there.</summary>
public sealed unsafe class Autocast : IDisposable
{
    static readonly delegate* unmanaged<int, int, int, byte*> Set = NativeBridge.IsThere ? (delegate* unmanaged<int, int, int, byte*>)NativeBridge.Export("bridge_set_autocast") : null;
    static readonly delegate* unmanaged<void> Nest = NativeBridge.IsThere ? (delegate* unmanaged<void>)NativeBridge.Export("bridge_autocast_nest") : null;
    static readonly delegate* unmanaged<void> Unnest = NativeBridge.IsThere ? (delegate* unmanaged<void>)NativeBridge.Export("bridge_autocast_unnest") : null;

    readonly DeviceType device;
    bool on;

    /// <summary>Begins when <paramref name="precision"/> is <see cref="Precision.BFloat16"/>.</summary>
    public Autocast(Precision precision, Device? device = null)
    {
        this.device = (device ?? Compute.Device).type;
        if (precision != Precision.BFloat16 || Set == null)
            return;
        NativeBridge.Check(Set((int)this.device, 1, (int)ScalarType.BFloat16));
        Nest();
        on = true;
    }

    /// <summary>Whether this TorchSharp can do it.</summary>
    public static bool IsSupported => Set != null;

    /// <summary>Ends it; casts kept of parameters are dropped.</summary>
    public void Dispose()
    {
        if (!on)
            return;
        on = false;
        NativeBridge.Check(Set((int)device, 0, (int)ScalarType.BFloat16));
        Unnest();
    }
}
