namespace TorchSharp;

public static partial class torch
{
    // The options that every creation operator ends with: dtype, layout, device, pinned.
    static Tensor Made(Tensor made, bool requires_grad) => requires_grad ? made.requires_grad_() : made;

    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Made(Ops.zeros.Call(size, dtype ?? defaultDtype, Arg.None, InitializeDevice(device ?? defaultDevice)), requires_grad);

    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Made(Ops.randn.Call(size, generator, dtype ?? defaultDtype, Arg.None, InitializeDevice(device ?? defaultDevice)), requires_grad);
}

internal static partial class Ops
{
    internal static readonly Op zeros = new("zeros"), randn = new("randn.generator");
}
