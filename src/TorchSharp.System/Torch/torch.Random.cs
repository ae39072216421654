namespace TorchSharp;

public static partial class torch
{
    /// <summary>Uniform draws in [0, 1).</summary>
    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.rand, size, dtype, device, requires_grad, generator, names);
    public static Tensor rand(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.rand, size, dtype, device, requires_grad, generator, names);
    public static Tensor rand(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.rand, size, dtype, device, requires_grad, generator, names);
    public static Tensor rand(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.rand, size, dtype, device, requires_grad, generator, names);
    public static Tensor rand(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.rand, new long[] { rows, columns }, dtype, device, requires_grad, generator, names);
    public static Tensor rand(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.rand, new long[] { rows, columns }, dtype, device, requires_grad, generator, names);
    public static Tensor rand(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.rand, new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, generator, names);
    public static Tensor rand(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.rand, new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, generator, names);
    public static Tensor rand(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.rand, new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, generator, names);
    public static Tensor rand(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.rand, new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, generator, names);

    /// <summary>Standard normal draws.</summary>
    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.randn, size, dtype, device, requires_grad, generator, names);
    public static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.randn, size, dtype, device, requires_grad, generator, names);
    public static Tensor randn(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.randn, size, dtype, device, requires_grad, generator, names);
    public static Tensor randn(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.randn, size, dtype, device, requires_grad, generator, names);
    public static Tensor randn(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.randn, new long[] { rows, columns }, dtype, device, requires_grad, generator, names);
    public static Tensor randn(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.randn, new long[] { rows, columns }, dtype, device, requires_grad, generator, names);
    public static Tensor randn(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.randn, new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, generator, names);
    public static Tensor randn(int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.randn, new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, generator, names);
    public static Tensor randn(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.randn, new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, generator, names);
    public static Tensor randn(int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Draw(Ops.randn, new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, generator, names);

    /// <summary>Whole numbers from low up to and without high.</summary>
    public static Tensor randint(long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Ops.randint_low_generator.Call(0, high, size, generator, dtype ?? ScalarType.Int64, Arg.None, InitializeDevice(device)), requires_grad, names);
    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Ops.randint_low_generator.Call(0, high, size, generator, dtype ?? ScalarType.Int64, Arg.None, InitializeDevice(device)), requires_grad, names);
    public static Tensor randint(int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Ops.randint_low_generator.Call(0, high, new Size(size), generator, dtype ?? ScalarType.Int64, Arg.None, InitializeDevice(device)), requires_grad, names);
    public static Tensor randint(long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Ops.randint_low_generator.Call(low, high, size, generator, dtype ?? ScalarType.Int64, Arg.None, InitializeDevice(device)), requires_grad, names);
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Ops.randint_low_generator.Call(low, high, size, generator, dtype ?? ScalarType.Int64, Arg.None, InitializeDevice(device)), requires_grad, names);
    public static Tensor randint(int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Ops.randint_low_generator.Call(low, high, new Size(size), generator, dtype ?? ScalarType.Int64, Arg.None, InitializeDevice(device)), requires_grad, names);

    /// <summary>A random order of 0 to n - 1.</summary>
    public static Tensor randperm(long n, Tensor @out, Generator? generator = null) => Ops.randperm_generator_out.Call(n, generator, @out);
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Ops.randperm.Call(n, generator, dtype ?? ScalarType.Int64, Arg.None, InitializeDevice(device));

    // Of TorchSharp's own making, so that the same seed draws the same: libtorch's operator takes no negative std.
    /// <summary>Normal draws.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) => Scaled(randn(mean.shape, null, std.device, false, generator), std, mean);
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(randn(size, dtype, device, false, generator).mul_(std).add_(mean), requires_grad, names);
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.rand_like(dtype, device, requires_grad);
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.randn_like(dtype, device, requires_grad);
    public static Tensor randint_like(Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        input.randint_like(low, high, dtype, device, requires_grad);
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);
    public static Tensor binomial(Tensor count, Tensor probs, Generator? generator = null) => count.binomial(probs, generator);
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        input.multinomial(num_samples, replacement, generator);
    public static Tensor poisson(Tensor input, Generator? generator = null) => input.poisson(generator);
    public static Tensor randint_out(Tensor input, long high, long[] sizes) => input.randint_out(high, sizes);
    public static Tensor randperm_out(Tensor input, long n) => randperm(n, input);
    public static double rand_float(Generator? generator = null) => Drawn(rand(1, ScalarType.Float64, CPU, generator: generator)).ToDouble();
    public static double randn_float(Generator? generator = null) => Drawn(randn(1, ScalarType.Float64, CPU, generator: generator)).ToDouble();
    public static bool randint_bool(Generator? generator = null) => randint_long(0, 2, generator) == 1;
    public static int randint_int(int high, Generator? generator = null) => randint_int(0, high, generator);
    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);
    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);
    public static long randint_long(long low, long high, Generator? generator = null) =>
        Drawn(randint(low, high, new long[] { 1 }, device: CPU, generator: generator)).ToInt64();
    public static Tensor _standard_gamma(Tensor input, Generator? generator = null) => Ops.standard_gamma.Call(input, generator);
    public static Tensor _sample_dirichlet(Tensor input, Generator? generator = null) => Ops.sample_dirichlet.Call(input, generator);
}

internal static partial class Ops
{
    internal static readonly Op rand = new("rand.generator"), randn = new("randn.generator"),
        randint_low_generator = new("randint.low_generator"), randperm_generator_out = new("randperm.generator_out"),
        randperm = new("randperm.generator"), standard_gamma = new("_standard_gamma"), sample_dirichlet = new("_sample_dirichlet");
}
