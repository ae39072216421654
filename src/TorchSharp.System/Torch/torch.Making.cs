using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    // The options that creation operators end with: dtype, layout, device.
    static Tensor Make(Op op, Arg size, ScalarType? dtype, Device? device, bool requires_grad, string[]? names) =>
        Made(op.Call(size, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)), requires_grad, names);

    static Tensor Draw(Op op, Arg size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator, string[]? names) =>
        dtype is { } type && is_integral(type)
            ? throw new ArgumentException($"rand and randn make floating-point or complex numbers, not {type}; randint makes whole ones")
            : Made(op.Call(size, generator, dtype ?? defaultDtype, Arg.None, InitializeDevice(device)), requires_grad, names);

    static Tensor Made(Tensor made, bool requires_grad, string[]? names = null)
    {
        if (names is { Length: > 0 })
            throw new NotSupportedException("named axes are not part of this implementation of TorchSharp's API");
        return requires_grad ? made.requires_grad_() : made;
    }

    // As in TorchSharp: whole numbers, and truth values with them, fill an Int64 tensor.
    static ScalarType TypeOf(Scalar value) => value.IsIntegral ? ScalarType.Int64 : defaultDtype;

    static ScalarType Whole(ScalarType dtype) =>
        is_integral(dtype) ? dtype : throw new ArgumentException($"indices are of an integral type, not {dtype}");

    // A single draw as a number; the tensor goes at once.
    static Scalar Drawn(Tensor draw)
    {
        using (draw)
            return draw.ToScalar();
    }

    static Tensor Scaled(Tensor noise, Tensor scale, Tensor shift)
    {
        using (noise)
        using (Tensor scaled = noise.mul(scale))
            return scaled.add(shift);
    }

    // What an operator answers beside its result only where it was asked for.
    internal static (Tensor, Tensor?, Tensor?) Wanted((Tensor, Tensor, Tensor) results, bool second, bool third)
    {
        if (!second)
            results.Item2.Dispose();
        if (!third)
            results.Item3.Dispose();
        return (results.Item1, second ? results.Item2 : null, third ? results.Item3 : null);
    }

    // An array of any rank as one span in C order.
    static ReadOnlySpan<T> Flat<T>(Array array) =>
        array.Length == 0 ? [] : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    static long[] Lengths(Array array)
    {
        var lengths = new long[array.Rank];
        for (int axis = 0; axis < lengths.Length; axis++)
            lengths[axis] = array.GetLongLength(axis);
        return lengths;
    }
}

