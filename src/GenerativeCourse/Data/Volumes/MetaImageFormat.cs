using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace GenerativeCourse.Data;

/// <summary>MetaImage (.mha, or .mhd with its data beside it), ITK's format: lines of text, then the voxels, x fastest, zlib-packed or not.</summary>
public static class MetaImageFormat
{
    const int MostHeader = 1 << 16;

    /// <summary>Reads a scan of three dimensions.</summary>
    /// <exception cref="DatasetException">The file is missing, truncated, not MetaImage, or promises what it cannot hold.</exception>
    public static Volume Read(string path)
    {
        using var file = PackedFile.Open(path);
        var header = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var length = 0; !header.ContainsKey("ElementDataFile");)
        {
            var line = Line(path, file, ref length);
            if (line.Split('=', 2) is [var key, var value])
                header[key.Trim()] = value.Trim();
            else if (line.Trim().Length > 0)
                throw new DatasetException($"{path}: its header has the line '{Shortened(line)}', which is not 'key = value'; it is no MetaImage.");
        }
        string Text(string fallback, params ReadOnlySpan<string> keys)
        {
            foreach (var key in keys)
            {
                if (header.TryGetValue(key, out var text))
                    return text;
            }
            return fallback;
        }
        if (Text("3", "NDims") != "3" || Text("1", "ElementNumberOfChannels") != "1")
            throw new DatasetException($"{path}: it has {Text("3", "NDims")} dimensions and {Text("1", "ElementNumberOfChannels")} channels; one volume of three dimensions and one channel is read.");
        var shape = Numbers(path, "DimSize", Text("", "DimSize"), 3).Select(side => side == Math.Floor(side) && Math.Abs(side) < int.MaxValue ? (long)side : -1).ToArray();
        var count = VolumeValues.Count(path, shape);
        var type = Type(path, Text("", "ElementType"));
        var sizes = Numbers(path, "ElementSpacing", Text("1 1 1", "ElementSpacing", "ElementSize"), 3);
        var matrix = Numbers(path, "TransformMatrix", Text("1 0 0 0 1 0 0 0 1", "TransformMatrix", "Rotation", "Orientation"), 9);
        // ITK's frame is left, back, above; ours is right, front, above.
        var (spacing, directions) = Volume.Frame(path, [.. Enumerable.Range(0, 3).Select(axis =>
            (double[])[-matrix[3 * axis] * sizes[axis], -matrix[3 * axis + 1] * sizes[axis], matrix[3 * axis + 2] * sizes[axis]])]);
        var bigEndian = IsTrue(Text("False", "BinaryDataByteOrderMSB", "ElementByteOrderMSB"));
        var values = Voxels(path, file, header["ElementDataFile"], IsTrue(Text("False", "CompressedData")), count, type, bigEndian);
        return new Volume(((int)shape[2], (int)shape[1], (int)shape[0]), values, spacing, directions);
    }

    static float[] Voxels(string path, PackedFile header, string place, bool packed, int count, ElementType type, bool bigEndian)
    {
        if (place.Equals("LOCAL", StringComparison.OrdinalIgnoreCase))
            return Voxels(header, packed, count, type, bigEndian);
        if (place.Length == 0 || place != Path.GetFileName(place) || place is "." or ".." || place.Any(char.IsControl))
            throw new DatasetException($"{path}: its voxels are said to lie in '{Shortened(place)}'; only a file in the same folder is read.");
        using var beside = PackedFile.Open(Path.Combine(Path.GetDirectoryName(path) ?? "", place));
        return Voxels(beside, packed, count, type, bigEndian);
    }

    static float[] Voxels(PackedFile file, bool packed, int count, ElementType type, bool bigEndian)
    {
        if (!packed)
        {
            file.Expect((long)count * type.Size());
            return VolumeValues.Read(file.Read, count, type, bigEndian);
        }
        file.ExpectPacked((long)count * type.Size());
        using var unpacker = new ZLibStream(file.Rest(), CompressionMode.Decompress);
        return VolumeValues.Read(target => PackedFile.Fill(file.Path, unpacker, target), count, type, bigEndian);
    }

    static string Line(string path, PackedFile file, ref int length)
    {
        var line = new StringBuilder();
        Span<byte> one = stackalloc byte[1];
        for (; length < MostHeader; length++)
        {
            file.Read(one);
            if (one[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }
        throw new DatasetException($"{path}: its first {MostHeader} bytes hold no ElementDataFile; it is no MetaImage.");
    }

    static double[] Numbers(string path, string key, string text, int count)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = words.Select(word => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToArray();
        return numbers.Length == count && numbers.All(double.IsFinite) ? numbers
            : throw new DatasetException($"{path}: its {key} is '{Shortened(text)}'; {count} numbers were expected.");
    }

    static ElementType Type(string path, string name) => name switch
    {
        "MET_UCHAR" => ElementType.UInt8,
        "MET_CHAR" => ElementType.Int8,
        "MET_SHORT" => ElementType.Int16,
        "MET_USHORT" => ElementType.UInt16,
        "MET_INT" => ElementType.Int32,
        "MET_UINT" => ElementType.UInt32,
        "MET_FLOAT" => ElementType.Float32,
        "MET_DOUBLE" => ElementType.Float64,
        _ => throw new DatasetException($"{path}: its ElementType is '{Shortened(name)}', which is not read."),
    };

    static bool IsTrue(string text) => text.Equals("True", StringComparison.OrdinalIgnoreCase);

    static string Shortened(string text) => string.Concat(text.Take(40).Select(character => char.IsControl(character) ? '?' : character));
}
