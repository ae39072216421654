using System.Text;
using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>Files of named tensors that PyTorch and others read and write, with no code in them (the safetensors format): F64, F32, F16, BF16, I64, I32, I16, I8, U8 and BOOL.</summary>
public static class Safetensors
{
    const int BufferSize = 1 << 20;

    /// <summary>Reads all tensors of a file, on the CPU or the device given. The file is checked whole before a tensor is made.</summary>
    /// <exception cref="SafetensorsException">The file is malformed or truncated.</exception>
    public static Dictionary<string, Tensor> Load(string path, Device? device = null)
    {
        using FileStream file = Open(path);
        SafetensorsHeader header = Header(file, path);
        long start = file.Position;
        var tensors = new Dictionary<string, Tensor>();
        try
        {
            foreach (SafetensorsHeader.Entry entry in header.Entries)
            {
                file.Position = start + entry.Begin;
                tensors.Add(entry.Name, Read(file, entry, device));
            }
            return tensors;
        }
        catch (Exception error)
        {
            foreach (Tensor tensor in tensors.Values)
                tensor.Dispose();
            if (error is EndOfStreamException)
                throw new SafetensorsException($"{path}: it became shorter while it was read.", error);
            throw;
        }
    }

    /// <summary>The strings that a file's writer added, without its tensors.</summary>
    /// <exception cref="SafetensorsException">The file is malformed or truncated.</exception>
    public static IReadOnlyDictionary<string, string> LoadMetadata(string path)
    {
        using FileStream file = Open(path);
        return Header(file, path).Metadata;
    }

    /// <summary>Writes tensors, from whatever device, in the order that the reference writes: by type, then by name. The file is replaced whole or not at all.</summary>
    /// <exception cref="ArgumentException">A tensor's type or name has no place in the format.</exception>
    public static void Save(string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        var ordered = tensors.Select(pair => (pair.Key, pair.Value, Type: TypeOf(pair.Key, pair.Value)))
            .OrderBy(item => item.Type.Order).ThenBy(item => item.Key, Comparer<string>.Create(ByBytes)).ToList();
        var described = new List<(string, string, long[], long, long)>();
        long end = 0;
        foreach (var (name, tensor, type) in ordered)
            described.Add((name, type.Name, tensor.shape, end, end += tensor.numel() * type.Bytes));
        byte[] header = SafetensorsHeader.Write(described, metadata);
        Replace(path, file =>
        {
            file.Write(header);
            foreach (var (_, tensor, _) in ordered)
            {
                using var scope = NewDisposeScope();
                tensor.detach().cpu().contiguous().WriteBytesToStream(file, BufferSize);
            }
        });
    }

    static (string Name, int Order, int Bytes) TypeOf(string name, Tensor tensor)
    {
        if (name == "__metadata__")
            throw new ArgumentException("a tensor cannot be named __metadata__: safetensors keeps that name for the file's own strings");
        return SafetensorsType.Find(tensor.dtype) ?? throw new ArgumentException($"\"{name}\" is of type {tensor.dtype}; safetensors has {SafetensorsType.Names}");
    }

    // As Rust compares strings.
    static int ByBytes(string? one, string? other) => Encoding.UTF8.GetBytes(one!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other!));

    static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SafetensorsException($"{path}: there is no such file.", error);
        }
    }

    static SafetensorsHeader Header(FileStream file, string path)
    {
        try
        {
            return SafetensorsHeader.Read(file);
        }
        catch (FormatException error)
        {
            throw new SafetensorsException($"{path}: {error.Message}.", error);
        }
    }

    static Tensor Read(FileStream file, SafetensorsHeader.Entry entry, Device? device)
    {
        using var scope = NewDisposeScope();
        // A byte that is neither 0 nor 1 would make a broken bool.
        bool truth = entry.Type == ScalarType.Bool;
        Tensor tensor = empty(entry.Shape, dtype: truth ? ScalarType.Byte : entry.Type, device: CPU);
        tensor.ReadBytesFromStream(file, BufferSize);
        if (truth)
            tensor = tensor.to(ScalarType.Bool);
        return (device is null ? tensor : tensor.to(device)).MoveToOuterDisposeScope();
    }

    static void Replace(string path, Action<FileStream> write)
    {
        string beside = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}.part";
        try
        {
            using (FileStream file = File.Create(beside, BufferSize))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
