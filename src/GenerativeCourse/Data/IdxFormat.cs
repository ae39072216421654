using System.Buffers.Binary;

namespace GenerativeCourse.Data;

/// <summary>IDX, the format of MNIST, gzipped or plain: two zero bytes, a type, the number of sides, the sides, then the elements (big-endian).</summary>
public static class IdxFormat
{
    const int MostSides = 8;

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sha256">The sha256 of the file as it lies on disk, checked first; null to trust the file.</param>
    /// <exception cref="DatasetException">The file is missing, altered, not IDX, or promises more than it can hold.</exception>
    public static ArrayFile Open(string path, string? sha256 = null)
    {
        var file = PackedFile.Open(path, sha256);
        try
        {
            Span<byte> head = stackalloc byte[4];
            file.Read(head);
            if (head is not [0, 0, _, >= 1 and <= MostSides] || Element(head[2]) is not { } type)
            {
                throw new DatasetException(
                    $"{path}: it starts with {Convert.ToHexString(head)}, which is not an IDX header (0000, a type of 08 to 0E, 01 to {MostSides:X2} sides); is it another kind of file?");
            }
            Span<byte> sides = stackalloc byte[4 * head[3]];
            file.Read(sides);
            var shape = new long[head[3]];
            for (var i = 0; i < shape.Length; i++)
                shape[i] = BinaryPrimitives.ReadInt32BigEndian(sides[(4 * i)..]);
            return new ArrayFile(file, type, shape, ArrayFile.Coding.BigEndian);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    static ElementType? Element(byte code) => code switch
    {
        0x08 => ElementType.UInt8,
        0x09 => ElementType.Int8,
        0x0B => ElementType.Int16,
        0x0C => ElementType.Int32,
        0x0D => ElementType.Float32,
        0x0E => ElementType.Float64,
        _ => null,
    };
}
