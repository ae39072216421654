namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of a floating-point type.</summary>
    public struct FInfo
    {
        public int bits;

        /// <summary>The smallest number that makes 1 + eps differ from 1.</summary>
        public double eps;

        public double max, min;

        /// <summary>The smallest positive normal number.</summary>
        public double tiny, smallest_normal;

        /// <summary>The decimal precision, as a power of ten.</summary>
        public double resolution;
    }

    public static FInfo finfo() => finfo(defaultDtype);

    /// <exception cref="ArgumentException">The type is neither floating-point nor complex.</exception>
    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.BFloat16 => Limits(16, 0.0078125, 3.3895313892515355e+38, 1.1754943508222875e-38, 0.01),
        ScalarType.Float16 => Limits(16, 0.0009765625, 65504, 6.103515625e-05, 0.001),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => Limits(32, 1.1920928955078125e-07, 3.4028234663852886e+38, 1.1754943508222875e-38, 1e-06),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => Limits(64, 2.220446049250313e-16, double.MaxValue, 2.2250738585072014e-308, 1e-15),
        _ => throw new ArgumentException($"finfo needs a floating-point or complex type, not {dtype}"),
    };

    static FInfo Limits(int bits, double eps, double max, double tiny, double resolution) =>
        new() { bits = bits, eps = eps, max = max, min = -max, tiny = tiny, smallest_normal = tiny, resolution = resolution };
}
