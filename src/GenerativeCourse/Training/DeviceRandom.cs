using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>The state of a device's default generator, as bytes; TorchSharp's API reaches the CPU's only, so that this goes through the bridge.</summary>
static unsafe class DeviceRandom
{
    static readonly delegate* unmanaged<int, int, IntPtr*, byte*> Default = (delegate* unmanaged<int, int, IntPtr*, byte*>)Export("bridge_default_generator");
    static readonly delegate* unmanaged<IntPtr, IntPtr*, byte*> State = (delegate* unmanaged<IntPtr, IntPtr*, byte*>)Export("bridge_generator_state");
    static readonly delegate* unmanaged<IntPtr, IntPtr, byte*> SetState = (delegate* unmanaged<IntPtr, IntPtr, byte*>)Export("bridge_generator_set_state");
    static readonly delegate* unmanaged<IntPtr, void> Release = (delegate* unmanaged<IntPtr, void>)Export("bridge_release_generator");

    /// <summary>Reads it; nothing where the bridge is not there.</summary>
    internal static byte[] Read(Device device)
    {
        if (Default == null)
            return [];
        IntPtr generator, state;
        NativeBridge.Check(Default((int)device.type, device.index, &generator));
        try
        {
            NativeBridge.Check(State(generator, &state));
            using Tensor bytes = Tensor.UnsafeCreateTensor(state);
            return bytes.bytes.ToArray();
        }
        finally
        {
            Release(generator);
        }
    }

    /// <summary>Puts back what <see cref="Read"/> read.</summary>
    internal static void Write(Device device, byte[] saved)
    {
        if (Default == null)
            return;
        using Tensor state = from_array(saved);
        IntPtr generator;
        NativeBridge.Check(Default((int)device.type, device.index, &generator));
        try
        {
            NativeBridge.Check(SetState(generator, state.Handle));
        }
        finally
        {
            Release(generator);
        }
    }

    static IntPtr Export(string name) => NativeBridge.IsThere ? NativeBridge.Export(name) : 0;
}
