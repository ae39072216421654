using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>The tensor as a parameter: it takes the tensor's handle over.</summary>
    public static Parameter AsParameter(this Tensor tensor) => new(tensor);

    /// <summary>Writes type, shape and bytes as TorchSharp does: numbers in LEB128, elements in C order.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        using Tensor plain = OnCpu(tensor);
        writer.Write7BitEncodedInt64((long)tensor.dtype);
        long[] shape = tensor.shape;
        writer.Write7BitEncodedInt64(shape.Length);
        foreach (long length in shape)
            writer.Write7BitEncodedInt64(length);
        writer.Write(plain.bytes);
    }

    /// <inheritdoc cref="Save(Tensor, BinaryWriter)"/>
    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
    }

    /// <inheritdoc cref="Save(Tensor, BinaryWriter)"/>
    public static void Save(this Tensor tensor, string location)
    {
        using FileStream stream = File.Create(location);
        tensor.Save(stream);
    }

    /// <summary>Reads what Save wrote into a tensor of the same type and shape.</summary>
    /// <exception cref="ArgumentException">The type or the shape is another.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        using Tensor read = Load(reader, skip);
        if (read.dtype != tensor.dtype)
            throw new ArgumentException($"Mismatched tensor data types while loading: {read.dtype} in the file, {tensor.dtype} in the tensor. Make sure that the model you are loading into is exactly the same as the origin.");
        if (skip)
            return;
        if (!read.shape.AsSpan().SequenceEqual(tensor.shape))
            throw new ArgumentException($"Mismatched tensor shape while loading: [{string.Join(", ", read.shape)}] in the file, [{string.Join(", ", tensor.shape)}] in the tensor. Make sure that the model you are loading into is exactly the same as the origin.");
        using IDisposable unrecorded = no_grad();
        Ops.copy_.On(tensor, read);
    }

    /// <summary>Reads what Save wrote; with skip its values are passed over and the tensor holds none of them.</summary>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        var dtype = (ScalarType)reader.Read7BitEncodedInt64();
        var shape = new long[reader.Read7BitEncodedInt64()];
        for (int i = 0; i < shape.Length; i++)
            shape[i] = reader.Read7BitEncodedInt64();
        Tensor tensor = Ops.empty.Call(shape, dtype, Arg.None, CPU);
        if (skip)
            Skip(reader, tensor.NumberOfElements * tensor.ElementSize);
        else
            reader.BaseStream.ReadExactly(tensor.bytes);
        return tensor;
    }

    /// <summary>Reads into the tensor, or into a new one where it is null.</summary>
    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        if (tensor is null)
            tensor = Load(reader, skip);
        else
            tensor.Load(reader, skip);
    }

    static void Skip(BinaryReader reader, long count)
    {
        if (reader.BaseStream.CanSeek)
            reader.BaseStream.Seek(count, SeekOrigin.Current);
        else
            for (long left = count; left > 0;)
                left -= reader.ReadBytes((int)Math.Min(left, 1 << 20)) is { Length: > 0 } read ? read.Length : throw new EndOfStreamException();
    }

    static Tensor OnCpu(Tensor tensor)
    {
        using IDisposable unrecorded = no_grad();
        using Tensor moved = tensor.to(CPU);
        return Ops.contiguous.Call(moved);
    }
}
