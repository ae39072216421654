using System.Globalization;
using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The elements of a tensor as text, each read where it lies.</summary>
internal sealed class ElementText : IDisposable
{
    readonly Tensor cpu;
    readonly long[] strides;
    readonly Func<long, string> read;

    internal long[] Shape { get; }

    internal int Axes => Shape.Length;

    internal ElementText(Tensor tensor, string format, CultureInfo culture)
    {
        using (no_grad())
        using (Tensor there = tensor.cpu(), plain = there.is_conj() ? there.resolve_conj() : there.alias())
            cpu = plain.dtype == ScalarType.BFloat16 ? plain.@float() : plain.detach();
        (Shape, strides) = (cpu.shape, cpu.stride());
        read = Reader(format, culture);
    }

    /// <summary>The element at that place along each axis.</summary>
    internal string this[ReadOnlySpan<long> place]
    {
        get
        {
            long offset = 0;
            for (int axis = 0; axis < strides.Length; axis++)
                offset += place[axis] * strides[axis];
            return read(offset);
        }
    }

    Func<long, string> Reader(string format, CultureInfo culture) => cpu.dtype switch
    {
        ScalarType.Float32 => Number<float>(format, culture),
        ScalarType.Float64 => Number<double>(format, culture),
        ScalarType.Float16 => As<Half>(value => ((float)value).ToString(format, culture)),
        ScalarType.Int64 => Number<long>(null, culture),
        ScalarType.Int32 => Number<int>(null, culture),
        ScalarType.Int16 => Number<short>(null, culture),
        ScalarType.Int8 => Number<sbyte>(null, culture),
        ScalarType.Byte => Number<byte>(null, culture),
        ScalarType.Bool => As<bool>(value => value.ToString(culture)),
        ScalarType.ComplexFloat32 => As<(float Real, float Imaginary)>(value => Join(value.Real.ToString(format, culture), value.Real == 0, value.Imaginary.ToString(format, culture), value.Imaginary == 0)),
        ScalarType.ComplexFloat64 => As<Complex>(value => Join(value.Real.ToString(format, culture), value.Real == 0, value.Imaginary.ToString(format, culture), value.Imaginary == 0)),
        _ => throw new NotSupportedException($"the elements of a tensor of type {cpu.dtype} cannot be written"),
    };

    Func<long, string> Number<T>(string? format, CultureInfo culture) where T : unmanaged, IFormattable => As<T>(value => value.ToString(format, culture));

    unsafe Func<long, string> As<T>(Func<T, string> write) where T : unmanaged
    {
        Bridge.Check(Bridge.bridge_data(cpu.Handle, out IntPtr data));
        return offset => write(((T*)data)[offset]);
    }

    // As TorchSharp writes complex numbers: "1+2i", "2i", "1", "0".
    static string Join(string real, bool noReal, string imaginary, bool noImaginary) =>
        noImaginary ? real : noReal ? $"{imaginary}i" : $"{real}+{imaginary}i";

    public void Dispose() => cpu.Dispose();
}
