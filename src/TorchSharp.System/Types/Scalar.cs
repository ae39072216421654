using System.Numerics;

namespace TorchSharp;

/// <summary>A number with its element type, as operators take it.</summary>
public sealed class Scalar : IDisposable
{
    readonly Arg value;

    Scalar(Arg value, torch.ScalarType type) => (this.value, Type) = (value, type);

    /// <summary>What libtorch keeps a number as: Int64, Float64, Bool or ComplexFloat64, whatever it was given as.</summary>
    public torch.ScalarType Type { get; }

    internal Arg ToArg() => value;

    internal double AsDouble => value.Tag == Tag.Double ? BitConverter.Int64BitsToDouble(value.Bits) : value.Bits;

    internal long AsLong => value.Tag == Tag.Double ? (long)BitConverter.Int64BitsToDouble(value.Bits) : value.Bits;

    internal Complex AsComplex => value.Tag == Tag.Complex ? (Complex)value.Reference! : AsDouble;

    internal bool IsIntegral => value.Tag is Tag.Int or Tag.Bool;

    public static implicit operator Scalar(byte value) => new(Arg.FromInt(value), torch.ScalarType.Int64);
    public static implicit operator Scalar(sbyte value) => new(Arg.FromInt(value), torch.ScalarType.Int64);
    public static implicit operator Scalar(short value) => new(Arg.FromInt(value), torch.ScalarType.Int64);
    public static implicit operator Scalar(int value) => new(Arg.FromInt(value), torch.ScalarType.Int64);
    public static implicit operator Scalar(long value) => new(Arg.FromInt(value), torch.ScalarType.Int64);
    public static implicit operator Scalar(Half value) => new(Arg.FromDouble((double)value), torch.ScalarType.Float64);
    public static implicit operator Scalar(float value) => new(Arg.FromDouble(value), torch.ScalarType.Float64);
    public static implicit operator Scalar(double value) => new(Arg.FromDouble(value), torch.ScalarType.Float64);
    public static implicit operator Scalar(bool value) => new(Arg.FromBool(value), torch.ScalarType.Bool);
    public static implicit operator Scalar(Complex value) => new(Arg.FromComplex(value), torch.ScalarType.ComplexFloat64);
    public static implicit operator Scalar((float, float) value) => new(Arg.FromComplex(new Complex(value.Item1, value.Item2)), torch.ScalarType.ComplexFloat64);

    /// <summary>Does nothing: a scalar holds no native memory here.</summary>
    public void Dispose() { }
}
