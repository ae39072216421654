using static TorchSharp.torch;

namespace TorchSharp;

// TorchSharp's own format: type, number of axes and their lengths as LEB128 numbers, then the bytes in C order.
public static partial class TensorExtensionMethods
{
    /// <summary>Writes type, shape and elements in TorchSharp's format.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64((long)tensor.dtype);
        long[] shape = tensor.shape;
        writer.Write7BitEncodedInt64(shape.Length);
        foreach (long length in shape)
            writer.Write7BitEncodedInt64(length);
        writer.Flush();
        using Tensor there = tensor.cpu(), contiguous = there.contiguous();
        contiguous.WriteBytesToStream(writer.BaseStream, 1 << 20);
    }

    /// <inheritdoc cref="Save(Tensor, BinaryWriter)"/>
    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
    }

    /// <summary>Writes a file in TorchSharp's format, whole or not at all.</summary>
    public static void Save(this Tensor tensor, string location)
    {
        string beside = $"{location}.{Environment.ProcessId}.tmp";
        tensor.Save(File.Create(beside));
        File.Move(beside, location, overwrite: true);
    }

    /// <summary>Fills the tensor from what Save wrote, or skips over it.</summary>
    /// <exception cref="ArgumentException">Type or shape differ from the tensor's.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        (ScalarType type, long[] shape) = ReadHead(reader);
        if (type != tensor.dtype)
            throw new ArgumentException($"the file holds a tensor of type {type}, not {tensor.dtype}: was it written by the same model?");
        Fill(tensor, type, shape, reader, skip);
    }

    /// <summary>A tensor as Save wrote it; filled with zeros when skipped.</summary>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor!;
    }

    /// <summary>As the other Loads: fills the tensor, or makes it where there is none.</summary>
    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        (ScalarType type, long[] shape) = ReadHead(reader);
        tensor ??= zeros(shape, type, CPU);
        Fill(tensor, type, shape, reader, skip);
    }

    static (ScalarType, long[]) ReadHead(BinaryReader reader)
    {
        var type = (ScalarType)reader.Read7BitEncodedInt64();
        long axes = reader.Read7BitEncodedInt64();
        if (!Enum.IsDefined(type) || axes is < 0 or > 64)
            throw new InvalidDataException($"no tensor in TorchSharp's format stands here: type {(sbyte)type}, {axes} axes");
        var shape = new long[axes];
        for (int axis = 0; axis < shape.Length; axis++)
            shape[axis] = reader.Read7BitEncodedInt64();
        return (type, shape);
    }

    static void Fill(Tensor tensor, ScalarType type, long[] shape, BinaryReader reader, bool skip)
    {
        if (skip)
        {
            Skip(reader, shape.TotalSize() * type.ElementSize());
            return;
        }
        if (!shape.AsSpan().SequenceEqual(tensor.shape))
            throw new ArgumentException($"the file holds a tensor of shape [{string.Join(", ", shape)}], not [{string.Join(", ", tensor.shape)}]: was it written by the same model?");
        using var none = no_grad();
        using Tensor read = empty(shape, type, CPU);
        read.ReadBytesFromStream(reader.BaseStream, 1 << 20);
        tensor.copy_(read);
    }

    static void Skip(BinaryReader reader, long count)
    {
        if (reader.BaseStream.CanSeek)
            reader.BaseStream.Seek(count, SeekOrigin.Current);
        else
            for (long left = count; left > 0;)
                left -= reader.ReadBytes((int)Math.Min(left, 1 << 20)) is { Length: > 0 } read ? read.Length : throw new EndOfStreamException();
    }
}
