using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>The elements of a CPU tensor, in C order whatever its strides, to read and to write.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    readonly Tensor tensor;
    readonly T* start;
    readonly bool contiguous;

    internal TensorAccessor(Tensor tensor)
    {
        Bridge.Check(Bridge.bridge_data(tensor.Handle, out IntPtr data));
        this.tensor = tensor;
        start = (T*)data;
        contiguous = tensor.is_contiguous();
    }

    /// <summary>How many elements.</summary>
    public long Count => tensor.numel();

    /// <summary>A copy in C order.</summary>
    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    /// <summary>One element by its place along each axis, or by its place in C order.</summary>
    public T this[params long[] indices]
    {
        get => *At(indices);
        set => *At(indices) = value;
    }

    T* At(long[] indices)
    {
        long[] shape = tensor.shape, strides = tensor.stride();
        if (indices.Length == 1 && shape.Length != 1)
            return start + Offset(Bounded(indices[0], Count), shape, strides);
        if (indices.Length != shape.Length)
            throw new ArgumentException($"{indices.Length} indices for a tensor with {shape.Length} dimensions");
        long offset = 0;
        for (int i = 0; i < indices.Length; i++)
            offset += Bounded(indices[i], shape[i]) * strides[i];
        return start + offset;
    }

    static long Bounded(long index, long length) =>
        index >= 0 && index < length ? index : throw new IndexOutOfRangeException($"index {index} on an axis of length {length}");

    // Where the element stands that is number place in C order.
    static long Offset(long place, long[] shape, long[] strides)
    {
        long offset = 0;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            offset += place % shape[axis] * strides[axis];
            place /= shape[axis];
        }
        return offset;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies from tensorIndex on, until the tensor or the span ends.</summary>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        int count = (int)Math.Min(array.Length - arrayIndex, Count - tensorIndex);
        if (contiguous)
        {
            new Span<T>(start + tensorIndex, count).CopyTo(array[arrayIndex..]);
            return;
        }
        long[] shape = tensor.shape, strides = tensor.stride();
        for (int i = 0; i < count; i++)
            array[arrayIndex + i] = start[Offset(tensorIndex + i, shape, strides)];
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Writes from tensorIndex on, until the tensor or the span ends.</summary>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        int count = (int)Math.Min(array.Length - arrayIndex, Count - tensorIndex);
        if (contiguous)
        {
            array.Slice(arrayIndex, count).CopyTo(new Span<T>(start + tensorIndex, count));
            return;
        }
        long[] shape = tensor.shape, strides = tensor.stride();
        for (int i = 0; i < count; i++)
            start[Offset(tensorIndex + i, shape, strides)] = array[arrayIndex + i];
    }

    public IEnumerator<T> GetEnumerator()
    {
        foreach (T element in ToArray())
            yield return element;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => GC.KeepAlive(tensor);
}
