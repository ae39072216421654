namespace TorchSharp;

public static partial class torch
{
    /// <summary>The identity, or its first columns.</summary>
    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(Ops.eye_m.Call(rows, columns == -1 ? rows : columns, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)), requires_grad, names);

    /// <summary>start, start + step, ... without stop; whole numbers when all three are.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        dtype is { } type && is_complex(type)
            // libtorch has no complex arange: the real one, converted.
            ? Made(arange(start, stop, step, type == ScalarType.ComplexFloat32 ? ScalarType.Float32 : ScalarType.Float64, device).to(type, disposeAfter: true), requires_grad)
            : Made(Ops.arange_start_step.Call(start, stop, step, dtype ?? (start.IsIntegral && stop.IsIntegral && step.IsIntegral ? ScalarType.Int64 : defaultDtype), Arg.None, InitializeDevice(device)), requires_grad);

    /// <summary>That many numbers from start to end, both included.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Ops.linspace.Call(start, end, steps, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)), requires_grad);

    /// <summary>base to the powers that linspace gives.</summary>
    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Ops.logspace.Call(start, end, steps, @base, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)), requires_grad);
    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(input.empty_like(dtype, device, requires_grad), false, names);
    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(input.full_like(value, dtype, device, requires_grad), false, names);
    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(input.ones_like(dtype, device, requires_grad), false, names);
    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(input.zeros_like(dtype, device, requires_grad), false, names);

    /// <summary>Memory as it is found, with those strides.</summary>
    public static Tensor empty_strided(long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(Ops.empty_strided.Call(size, strides, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)), requires_grad, names);
    public static Tensor complex(Tensor real, Tensor imag) => Ops.complex.Call(real, imag);

    /// <summary>Complex numbers from magnitude and angle.</summary>
    public static Tensor polar(Tensor abs, Tensor angle) => Ops.polar.Call(abs, angle);
}

internal static partial class Ops
{
    internal static readonly Op eye_m = new("eye.m"), arange_start_step = new("arange.start_step"), linspace = new("linspace"),
        logspace = new("logspace"), empty_strided = new("empty_strided"), complex = new("complex"), polar = new("polar");
}
