using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>Turns bytes of pixels into the numbers that models work on, and back.</summary>
public static class Pixels
{
    /// <summary>Bytes as float32 in [0, 1], of the same shape: 0 black to 1 white.</summary>
    public static Tensor ToUnit(Tensor bytes, double white = 255)
    {
        using var numbers = bytes.to(ScalarType.Float32);
        return numbers.div(white);
    }

    /// <summary>Numbers in [0, 1] as bytes, of the same shape; those outside take the nearer end.</summary>
    public static Tensor ToBytes(Tensor unit)
    {
        using var scope = NewDisposeScope();
        return unit.clamp(0, 1).mul(255).round().to(ScalarType.Byte).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Draws each pixel as 1 with its grey as the probability, else 0: float32 of the same shape. Drawn anew for every batch this is dynamic binarisation
    /// (Salakhutdinov and Murray, 2008); drawn once with one seed, static.
    /// </summary>
    public static Tensor Binarise(Tensor unit, Generator? generator = null)
    {
        using var threshold = rand(unit.shape, dtype: ScalarType.Float32, device: unit.device, generator: generator);
        using var ink = threshold.lt(unit);
        return ink.to(ScalarType.Float32);
    }

    /// <summary>
    /// Spreads each of the 256 levels evenly over its interval: float32 in [0, 1) of the same shape, (byte + u) / 256, so that a density on numbers
    /// bounds the probability of bytes (Theis, van den Oord and Bethge, 2016). Bits a dimension are nats / (D log 2) + 8.
    /// </summary>
    public static Tensor Dequantise(Tensor bytes, Generator? generator = null)
    {
        // Sixteen bits of noise, so that byte + u is exact in float32 and never rounds up into the next interval.
        using var scope = NewDisposeScope();
        var noise = rand(bytes.shape, dtype: ScalarType.Float32, device: bytes.device, generator: generator).mul_(65536).floor_().div_(65536);
        return noise.add_(bytes).div_(256).MoveToOuterDisposeScope();
    }
}
