namespace TorchSharp;

public static partial class torch
{
    /// <summary>The CPU's generator, which every random operator without one uses.</summary>
    public static class random
    {
        /// <summary>Seeds from the system's entropy, and answers the seed.</summary>
        public static long seed() => Default(generator => generator.seed());

        /// <summary>The seed that was last set.</summary>
        public static long initial_seed() => Default(generator => generator.initial_seed());

        /// <summary>Seeds the CPU's generator and those of all CUDA devices.</summary>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <summary>The state, a CPU tensor of bytes.</summary>
        public static Tensor get_rng_state() => Default(generator => generator.get_state());

        public static void set_rng_state(Tensor new_state) => Default(generator =>
        {
            generator.set_state(new_state);
            return true;
        });

        static T Default<T>(Func<Generator, T> use)
        {
            using Generator generator = Generator.Default;
            return use(generator);
        }
    }

    public static long seed() => random.seed();

    public static long initial_seed() => random.initial_seed();

    public static Tensor get_rng_state() => random.get_rng_state();

    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);
}
