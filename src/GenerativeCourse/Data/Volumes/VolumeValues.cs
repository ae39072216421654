using System.Runtime.InteropServices;

namespace GenerativeCourse.Data;

/// <summary>Turns stored voxels of any type into float32, a piece at a time, so that a volume is never held twice.</summary>
static class VolumeValues
{
    const int Piece = 1 << 18;

    /// <summary>Fills whole spans with the next bytes of a file.</summary>
    public delegate void Source(Span<byte> target);

    /// <summary>Voxels of a shape that a file claims; refuses empty and huge ones.</summary>
    public static int Count(string path, IReadOnlyList<long> shape)
    {
        long count = 1;
        foreach (var side in shape)
        {
            if (side < 1 || side > Volume.MostVoxels || (count *= side) > Volume.MostVoxels)
                throw new DatasetException($"{path}: its header gives ({ArrayShape.Text(shape)}) voxels; a volume has 1 to {Volume.MostVoxels} in all.");
        }
        return (int)count;
    }

    /// <summary>Reads <paramref name="count"/> voxels as value times slope plus intercept.</summary>
    public static float[] Read(Source source, int count, ElementType type, bool bigEndian = false, double slope = 1, double intercept = 0)
    {
        var values = new float[count];
        var size = type.Size();
        var bytes = new byte[Math.Min(count, Piece) * size];
        for (var start = 0; start < count; start += Piece)
        {
            var piece = values.AsSpan(start, Math.Min(Piece, count - start));
            var stored = bytes.AsSpan(0, piece.Length * size);
            source(stored);
            if (bigEndian == BitConverter.IsLittleEndian && size > 1)
            {
                for (var i = 0; i < stored.Length; i += size)
                    stored.Slice(i, size).Reverse();
            }
            Convert(stored, type, piece);
        }
        if (slope != 1 || intercept != 0)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = (float)(values[i] * slope + intercept);
        }
        return values;
    }

    static void Convert(Span<byte> stored, ElementType type, Span<float> values)
    {
        switch (type)
        {
            case ElementType.UInt8:
                for (var i = 0; i < values.Length; i++)
                    values[i] = stored[i];
                break;
            case ElementType.Int8:
                Each<sbyte>(stored, values, value => value);
                break;
            case ElementType.Int16:
                Each<short>(stored, values, value => value);
                break;
            case ElementType.UInt16:
                Each<ushort>(stored, values, value => value);
                break;
            case ElementType.Int32:
                Each<int>(stored, values, value => value);
                break;
            case ElementType.UInt32:
                Each<uint>(stored, values, value => value);
                break;
            case ElementType.Int64:
                Each<long>(stored, values, value => value);
                break;
            case ElementType.Float32:
                MemoryMarshal.Cast<byte, float>(stored).CopyTo(values);
                break;
            default:
                Each<double>(stored, values, value => (float)value);
                break;
        }
    }

    static void Each<T>(Span<byte> stored, Span<float> values, Func<T, float> convert) where T : unmanaged
    {
        var from = MemoryMarshal.Cast<byte, T>(stored);
        for (var i = 0; i < values.Length; i++)
            values[i] = convert(from[i]);
    }
}
