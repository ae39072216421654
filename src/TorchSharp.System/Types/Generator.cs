namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers with a state of its own, on one device.</summary>
    public unsafe class Generator : IDisposable
    {
        IntPtr handle;

        /// <summary>A generator apart from the default one.</summary>
        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            Bridge.Check(Bridge.bridge_new_generator((int)this.device.type, this.device.index, seed, out handle));
        }

        Generator(IntPtr handle, Device device) => (this.handle, this.device) = (handle, device);

        ~Generator() => Dispose(false);

        /// <summary>The CPU's generator, which every random operator without one uses.</summary>
        public static Generator Default
        {
            get
            {
                Bridge.Check(Bridge.bridge_default_generator((int)DeviceType.CPU, -1, out IntPtr handle));
                return new Generator(handle, CPU);
            }
        }

        public Device device { get; }

        public IntPtr Handle => handle != 0 ? handle : throw new ObjectDisposedException(nameof(Generator));

        /// <summary>The state, a CPU tensor of bytes.</summary>
        public Tensor get_state()
        {
            Bridge.Check(Bridge.bridge_generator_state(Handle, out IntPtr state));
            return new Tensor(state);
        }

        public void set_state(Tensor value) => Bridge.Check(Bridge.bridge_generator_set_state(Handle, value.Handle));

        public Generator manual_seed(long seed)
        {
            Bridge.Check(Bridge.bridge_generator_set_seed(Handle, (ulong)seed));
            return this;
        }

        /// <summary>Seeds from the system's entropy, and answers the seed.</summary>
        public long seed() => (long)Bridge.bridge_generator_seed(Handle);

        /// <summary>The seed that was last set.</summary>
        public long initial_seed() => (long)Bridge.bridge_generator_initial_seed(Handle);

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (handle != 0)
                Bridge.bridge_release_generator(handle);
            handle = 0;
        }
    }

    /// <summary>Seeds the CPU's generator and those of all CUDA devices.</summary>
    public static Generator manual_seed(long seed)
    {
        unsafe
        {
            Bridge.Check(Bridge.bridge_manual_seed((ulong)seed));
        }
        return Generator.Default;
    }
}
