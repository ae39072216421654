using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>Reads stored arrays straight into the memory of tensors, so that nothing is held twice.</summary>
static class StoredTensor
{
    /// <summary>An array of a dataset, of the type and shape that its manifest gives.</summary>
    public static Tensor Read(DatasetManifest manifest, string name)
    {
        using var file = ArrayFile.Open(manifest, name);
        return Read(file, [.. file.Shape]);
    }

    /// <summary>Images as (N, C, H, W): stored so, or without the channel of grey ones.</summary>
    public static Tensor ReadImages(DatasetManifest manifest, string name)
    {
        using var file = ArrayFile.Open(manifest, name);
        return ReadImages(file, Path.Combine(manifest.Folder, name));
    }

    /// <summary>Images as (N, C, H, W): stored so, or without the channel of grey ones.</summary>
    public static Tensor ReadImages(ArrayFile file, string path) => file.Shape switch
    {
        [var count, var rows, var columns] => Read(file, [count, 1, rows, columns]),
        [_, _, _, _] => Read(file, [.. file.Shape]),
        _ => throw new DatasetException($"{path}: its shape is ({ArrayShape.Text(file.Shape)}); images are (image, row, column) or (image, channel, row, column)."),
    };

    /// <summary>Labels, one a row, as int64 (N).</summary>
    public static Tensor ReadLabels(DatasetManifest manifest, string name)
    {
        using var stored = Read(manifest, name);
        return stored.to(ScalarType.Int64).DetachFromDisposeScope();
    }

    /// <summary>All elements of a file in a tensor of the given shape, which outlives the dispose scope that it is made in.</summary>
    public static Tensor Read(ArrayFile file, long[] shape)
    {
        var tensor = empty(shape, dtype: Dtype(file.Type)).DetachFromDisposeScope();
        try
        {
            file.Read(tensor.bytes);
            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    static ScalarType Dtype(ElementType type) => type switch
    {
        ElementType.UInt8 => ScalarType.Byte,
        ElementType.Int8 => ScalarType.Int8,
        ElementType.Int16 => ScalarType.Int16,
        ElementType.Int32 => ScalarType.Int32,
        ElementType.Int64 => ScalarType.Int64,
        ElementType.Float32 => ScalarType.Float32,
        ElementType.Float64 => ScalarType.Float64,
        _ => throw new DatasetException($"Torch has no tensors of {type}."),
    };
}
