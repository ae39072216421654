namespace GenerativeCourse.Data;

/// <summary>Mu-law (ITU-T G.711): sixteen-bit sound in a byte, its steps fine where sound is soft and coarse where it is loud.</summary>
public static class MuLaw
{
    const int Bias = 132;
    const int Loudest = 32635;

    static readonly short[] Decoded = [.. Enumerable.Range(0, 256).Select(code => Expand((byte)code))];

    /// <summary>The sixteen-bit sample that a byte stands for.</summary>
    public static short Decode(byte code) => Decoded[code];

    /// <summary>The byte for a sixteen-bit sample.</summary>
    public static byte Encode(short sample)
    {
        var level = Math.Min(Math.Abs((int)sample), Loudest) + Bias;
        var exponent = 31 - System.Numerics.BitOperations.LeadingZeroCount((uint)level) - 7;
        return (byte)~((sample < 0 ? 0x80 : 0) | exponent << 4 | level >> exponent + 3 & 15);
    }

    /// <summary>
    /// The place of a byte's sample among the 256, from 0 the lowest to 255 the highest, so that neighbours sound alike:
    /// what a model that predicts the next sample as one of 256 classes (WaveNet, van den Oord et al., 2016) works on.
    /// </summary>
    public static byte Level(byte code) => (byte)(code < 128 ? code : 383 - code);

    /// <summary>The byte at a place among the 256: the inverse of <see cref="Level"/>.</summary>
    public static byte Code(byte level) => Level(level);

    static short Expand(byte code)
    {
        var bits = (byte)~code;
        var level = ((bits & 15) << 3) + Bias << (bits >> 4 & 7);
        return (short)((bits & 0x80) == 0 ? level - Bias : Bias - level);
    }
}
