using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>An argument of an operator, made implicitly from what TorchSharp's API takes; null means None.</summary>
internal readonly struct Arg
{
    internal readonly object? Reference;
    internal readonly long Bits;
    internal readonly Tag Tag;

    Arg(Tag tag, long bits, object? reference = null) => (Tag, Bits, Reference) = (tag, bits, reference);

    /// <summary>What the operator's schema gives by default.</summary>
    internal static Arg Default => new(Tag.Default, 0);

    /// <summary>None, where the argument is optional.</summary>
    internal static Arg None => default;

    /// <summary>A list in which a null stands for no tensor, as index takes it.</summary>
    internal static Arg Optional(IReadOnlyList<Tensor?> tensors) => new(Tag.OptionalTensorList, 0, tensors);

    public static implicit operator Arg(Tensor? value) => value is null ? default : new(Tag.Tensor, 0, value);
    public static implicit operator Arg(int value) => new(Tag.Int, value);
    public static implicit operator Arg(long value) => new(Tag.Int, value);
    public static implicit operator Arg(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Arg(bool value) => new(Tag.Bool, value ? 1 : 0);
    public static implicit operator Arg(int? value) => value is { } v ? v : default(Arg);
    public static implicit operator Arg(long? value) => value is { } v ? v : default(Arg);
    public static implicit operator Arg(double? value) => value is { } v ? v : default(Arg);
    public static implicit operator Arg(bool? value) => value is { } v ? v : default(Arg);
    public static implicit operator Arg(ScalarType value) => new(Tag.Int, (long)value);
    public static implicit operator Arg(ScalarType? value) => value is { } v ? v : default(Arg);
    public static implicit operator Arg(Scalar? value) => value is null ? default : value.ToArg();
    public static implicit operator Arg(string? value) => value is null ? default : new(Tag.String, 0, value);
    public static implicit operator Arg(long[]? value) => value is null ? default : new(Tag.IntList, 0, value);
    public static implicit operator Arg(double[]? value) => value is null ? default : new(Tag.DoubleList, 0, value);
    public static implicit operator Arg(bool[]? value) => value is null ? default : new(Tag.BoolList, 0, value);
    public static implicit operator Arg(ReadOnlySpan<long> value) => new(Tag.IntList, 0, value.ToArray());
    public static implicit operator Arg(Size value) => new(Tag.IntList, 0, value.Shape);
    public static implicit operator Arg(Tensor[] value) => new(Tag.TensorList, 0, value);
    public static implicit operator Arg(List<Tensor> value) => new(Tag.TensorList, 0, value);
    public static implicit operator Arg(Device? value) => value is null ? default : new(Tag.Device, (long)value.type << 32 | (uint)value.index);
    public static implicit operator Arg(Generator? value) => value is null ? default : new(Tag.Generator, 0, value);

    internal static Arg FromInt(long value) => new(Tag.Int, value);
    internal static Arg FromDouble(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));
    internal static Arg FromBool(bool value) => new(Tag.Bool, value ? 1 : 0);
    internal static Arg FromComplex(System.Numerics.Complex value) => new(Tag.Complex, 0, value);
}
