using TorchSharp;
using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>The state of the default generators that a run draws from, as bytes: the CPU's, and after it that of the GPU that the model lies on.</summary>
static class RandomState
{
    internal static byte[] Read(Device? device = null)
    {
        using Generator generator = Generator.Default;
        using Tensor state = generator.get_state();
        byte[] cpu = state.bytes.ToArray();
        return device?.type == DeviceType.CUDA ? [.. cpu, .. DeviceRandom.Read(device)] : cpu;
    }

    // A run that moved from one kind of device to another goes on with the CPU's state, which is all that both have.
    internal static void Write(byte[] saved, Device? device = null)
    {
        using Generator generator = Generator.Default;
        using Tensor now = generator.get_state();
        int cpu = checked((int)now.numel());
        using Tensor state = from_array(saved.Length > cpu ? saved[..cpu] : saved);
        generator.set_state(state);
        if (device?.type == DeviceType.CUDA && saved.Length > cpu)
            DeviceRandom.Write(device, saved[cpu..]);
    }
}
