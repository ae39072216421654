using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>The state of the CPU's default generator, as bytes.</summary>
static class RandomState
{
    internal static byte[] Read()
    {
        using Generator generator = Generator.Default;
        using Tensor state = generator.get_state();
        return state.bytes.ToArray();
    }

    internal static void Write(byte[] saved)
    {
        using Generator generator = Generator.Default;
        using Tensor state = from_array(saved);
        generator.set_state(state);
    }
}
