using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace GenerativeCourse.Data;

/// <summary>JNIfTI as text (.jnii): a scan in JSON, its voxels in base64 over zlib or gzip, z fastest (JData's arrays are row-major).</summary>
public static class JniftiFormat
{
    const int MostBytes = 64 << 20;

    /// <summary>Reads a scan of three dimensions.</summary>
    /// <exception cref="DatasetException">The file is missing, truncated, not JNIfTI, or promises what it cannot hold.</exception>
    public static Volume Read(string path)
    {
        using var file = PackedFile.Open(path);
        var text = file.ReadToEnd(MostBytes);
        // Writers leave bare control characters in strings, which JSON forbids: they carry nothing.
        foreach (ref var letter in text.AsSpan())
            letter = letter < 0x20 ? (byte)' ' : letter;
        try
        {
            using var json = JsonDocument.Parse(text);
            return Read(path, json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new DatasetException($"{path}: it is no JNIfTI ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}).", e);
        }
    }

    static Volume Read(string path, JsonElement root)
    {
        var array = root.GetProperty("NIFTIData");
        var shape = array.GetProperty("_ArraySize_").EnumerateArray().Select(side => side.TryGetInt64(out var number) ? number : -1).ToArray();
        if (shape.Length != 3)
            throw new DatasetException($"{path}: it has {shape.Length} dimensions; one volume of three is read.");
        var count = VolumeValues.Count(path, shape);
        var type = Type(path, array.GetProperty("_ArrayType_").GetString() ?? "");
        var values = array.TryGetProperty("_ArrayZipData_", out var zipped)
            ? Unzip(path, array.TryGetProperty("_ArrayZipType_", out var zip) ? zip.GetString() ?? "" : "zlib", zipped.GetBytesFromBase64(), count, type)
            : Listed(path, array.GetProperty("_ArrayData_"), count);
        var steps = root.TryGetProperty("NIFTIHeader", out var header) ? Steps(path, header) : [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
        var (spacing, directions) = Volume.Frame(path, steps);
        var (x, y, z) = ((int)shape[0], (int)shape[1], (int)shape[2]);
        // Stored as (x, y, z), z fastest: the axes are named the other way round here.
        return new Volume((x, y, z), values, (spacing.X, spacing.Y, spacing.Z), new string([.. directions.Reverse()])).Turn(directions);
    }

    static float[] Unzip(string path, string kind, byte[] bytes, int count, ElementType type)
    {
        using var packed = new MemoryStream(bytes);
        using Stream unpacker = kind switch
        {
            "zlib" => new ZLibStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => throw new DatasetException($"{path}: its voxels are packed by '{string.Concat(kind.Take(20))}'; zlib and gzip are read."),
        };
        PackedFile.ExpectRatio(path, (long)count * type.Size(), bytes.Length);
        return VolumeValues.Read(target => PackedFile.Fill(path, unpacker, target), count, type);
    }

    static float[] Listed(string path, JsonElement list, int count)
    {
        if (list.GetArrayLength() != count)
            throw new DatasetException($"{path}: it lists {list.GetArrayLength()} voxels, its size asks for {count}.");
        return [.. list.EnumerateArray().Select(number => number.GetSingle())];
    }

    static double[][] Steps(string path, JsonElement header)
    {
        if (header.TryGetProperty("SForm", out var form) && Number(form) > 0 && header.TryGetProperty("Affine", out var affine))
        {
            double[][] rows = [.. affine.EnumerateArray().Take(3).Select(row => (double[])[.. row.EnumerateArray().Take(3).Select(Number)])];
            return rows.Length == 3 && rows.All(row => row.Length == 3) ? [.. Enumerable.Range(0, 3).Select(axis => (double[])[rows[0][axis], rows[1][axis], rows[2][axis]])]
                : throw new DatasetException($"{path}: its Affine is no matrix of three rows.");
        }
        double[] sizes = header.TryGetProperty("VoxelSize", out var size) ? [.. size.EnumerateArray().Take(3).Select(Number)] : [1, 1, 1];
        return sizes.Length == 3 ? [[sizes[0], 0, 0], [0, sizes[1], 0], [0, 0, sizes[2]]]
            : throw new DatasetException($"{path}: its VoxelSize has {sizes.Length} numbers; three were expected.");
    }

    static double Number(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? double.Parse(element.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)
        : element.GetDouble();

    static ElementType Type(string path, string name) => name switch
    {
        "uint8" => ElementType.UInt8,
        "int8" => ElementType.Int8,
        "int16" => ElementType.Int16,
        "uint16" => ElementType.UInt16,
        "int32" => ElementType.Int32,
        "uint32" => ElementType.UInt32,
        "int64" => ElementType.Int64,
        "single" or "float32" => ElementType.Float32,
        "double" or "float64" => ElementType.Float64,
        _ => throw new DatasetException($"{path}: its voxels are of type '{string.Concat(name.Take(20))}', which is not read."),
    };
}
