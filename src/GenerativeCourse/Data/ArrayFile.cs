namespace GenerativeCourse.Data;

/// <summary>An open file that holds one array: its header is read and believed, its elements are not unpacked yet.</summary>
public sealed class ArrayFile : IDisposable
{
    readonly PackedFile file;
    readonly Coding coding;

    internal ArrayFile(PackedFile file, ElementType type, IReadOnlyList<long> shape, Coding coding)
    {
        (this.file, this.coding, Type, Shape) = (file, coding, type, shape);
        if (coding == Coding.Delta && type != ElementType.UInt8)
            throw new DatasetException($"{file.Path}: differences are stored of bytes only, not of {type}.");
        ByteCount = ArrayShape.Bytes(file.Path, shape, type);
        file.Expect(ByteCount);
    }

    /// <summary>How elements turn into bytes.</summary>
    internal enum Coding
    {
        LittleEndian,
        BigEndian,
        Delta,
    }

    /// <summary>The element type.</summary>
    public ElementType Type { get; }

    /// <summary>The sides, such as (60000, 28, 28).</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>Bytes that all elements take.</summary>
    public int ByteCount { get; }

    /// <summary>Opens a file of one of the course's datasets, after checking its sha256 and that its header agrees with the manifest.</summary>
    /// <exception cref="DatasetException">The file is missing, altered, not listed, no array, or too small for its shape.</exception>
    public static ArrayFile Open(DatasetManifest manifest, string name)
    {
        var row = manifest.File(name);
        var path = Path.Combine(manifest.Folder, name);
        switch (row.Format)
        {
            case DatasetFormat.Raw or DatasetFormat.Delta:
                return RawFormat.Open(path, row.Type, row.Shape, row.Sha256, row.Format == DatasetFormat.Delta);
            case DatasetFormat.Idx:
                var file = IdxFormat.Open(path, row.Sha256);
                if (file.Type == row.Type && file.Shape.SequenceEqual(row.Shape))
                    return file;
                file.Dispose();
                throw new DatasetException($"{path}: it holds ({ArrayShape.Text(file.Shape)}) {file.Type}, its manifest says ({ArrayShape.Text(row.Shape)}) {row.Type}.");
            default:
                throw new DatasetException($"{path} is stored as {row.Format}, which is no array.");
        }
    }

    /// <summary>Reads all elements, in this machine's byte order, and checks that the file ends there.</summary>
    /// <param name="target">At least <see cref="ByteCount"/> bytes, such as a tensor's.</param>
    /// <exception cref="DatasetException">The file is truncated, damaged or holds more.</exception>
    public void Read(Span<byte> target)
    {
        target = target[..ByteCount];
        file.Read(target);
        file.End();
        var size = Type.Size();
        if (coding == Coding.Delta)
        {
            for (var i = 1; i < target.Length; i++)
                target[i] += target[i - 1];
        }
        else if (size > 1 && coding == Coding.BigEndian == BitConverter.IsLittleEndian)
        {
            for (var i = 0; i < target.Length; i += size)
                target.Slice(i, size).Reverse();
        }
    }

    /// <summary>Reads all elements into a new array of bytes.</summary>
    /// <exception cref="DatasetException">The file is truncated, damaged or holds more.</exception>
    public byte[] Read()
    {
        var bytes = new byte[ByteCount];
        Read(bytes);
        return bytes;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => file.Dispose();
}
