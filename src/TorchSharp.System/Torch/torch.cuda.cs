namespace TorchSharp;

public static partial class torch
{
    /// <summary>CUDA devices.</summary>
    public static unsafe class cuda
    {
        public static bool is_available() => Bridge.bridge_cuda_available() != 0 && device_count() > 0;

        public static bool is_cudnn_available() => Bridge.bridge_cudnn_available() != 0;

        public static int device_count() => Bridge.bridge_cuda_device_count();

        public static void manual_seed(long seed) => manual_seed_all(seed);

        /// <summary>Seeds the generators of all CUDA devices.</summary>
        public static void manual_seed_all(long seed)
        {
            for (int index = 0; index < device_count(); index++)
            {
                Bridge.Check(Bridge.bridge_default_generator((int)DeviceType.CUDA, index, out IntPtr generator));
                Bridge.Check(Bridge.bridge_generator_set_seed(generator, (ulong)seed));
                Bridge.bridge_release_generator(generator);
            }
        }

        /// <summary>Waits until the device has done all that was asked of it.</summary>
        public static void synchronize(Device? device = null) => Bridge.Check(Bridge.bridge_cuda_synchronize(device?.index ?? -1));
    }

    public static bool cuda_is_available() => cuda.is_available();
}
