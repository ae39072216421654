using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>The elements of a CPU tensor, in C order whatever its strides, to read and to write.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    readonly Tensor tensor;
    readonly T* start;
    readonly bool contiguous;
    readonly long[] shape, strides;

    internal TensorAccessor(Tensor tensor)
    {
        Bridge.Check(Bridge.bridge_data(tensor.Handle, out IntPtr data));
        this.tensor = tensor;
        start = (T*)data;
        contiguous = tensor.is_contiguous();
        (shape, strides) = (tensor.shape, tensor.stride());
        Count = tensor.numel();
    }

    /// <summary>How many elements.</summary>
    public long Count { get; }

    public bool IsReadOnly => false;

    // The memory, as long as the tensor has not been disposed.
    T* Start
    {
        get
        {
            _ = tensor.Handle;
            return start;
        }
    }

    /// <summary>A copy in C order.</summary>
    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    /// <summary>A copy as an array with as many axes as the tensor; one element without any.</summary>
    public Array ToNDArray()
    {
        Array array = Array.CreateInstance(typeof(T), shape.Length == 0 ? [1] : shape);
        if (Count > 0)
            CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length));
        return array;
    }

    /// <summary>One element by its place along each axis, or by its place in C order.</summary>
    public T this[params long[] indices]
    {
        get => Start[At(indices)];
        set => Start[At(indices)] = value;
    }

    long At(long[] indices)
    {
        if (indices.Length == 1)
            return Place(Bounded(indices[0], Count));
        if (indices.Length != shape.Length)
            throw new ArgumentException($"{indices.Length} indices for a tensor with {shape.Length} dimensions");
        long offset = 0;
        for (int i = 0; i < indices.Length; i++)
            offset += Bounded(indices[i], shape[i]) * strides[i];
        return offset;
    }

    static long Bounded(long index, long length) =>
        index >= 0 && index < length ? index : throw new IndexOutOfRangeException($"index {index} on an axis of length {length}");

    // Where the element stands that is number place in C order.
    long Place(long place)
    {
        if (contiguous)
            return place;
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
        T* from = Start;
        int count = (int)Math.Min(array.Length - arrayIndex, Count - tensorIndex);
        if (contiguous)
            new Span<T>(from + tensorIndex, count).CopyTo(array[arrayIndex..]);
        else
            for (int i = 0; i < count; i++)
                array[arrayIndex + i] = from[Place(tensorIndex + i)];
        GC.KeepAlive(tensor);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Writes from tensorIndex on, until the tensor or the span ends.</summary>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        T* to = Start;
        int count = (int)Math.Min(array.Length - arrayIndex, Count - tensorIndex);
        if (contiguous)
            array.Slice(arrayIndex, count).CopyTo(new Span<T>(to + tensorIndex, count));
        else
            for (int i = 0; i < count; i++)
                to[Place(tensorIndex + i)] = array[arrayIndex + i];
        GC.KeepAlive(tensor);
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>As many elements, and the same in order.</summary>
    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => left.SequenceEqual(right);

    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !(left == right);

    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && this == other;

    public override int GetHashCode() => HashCode.Combine(tensor, Count);

    public void Dispose() => GC.KeepAlive(tensor);
}
