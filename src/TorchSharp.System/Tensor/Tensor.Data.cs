using System.Numerics;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The elements, copied from the device first where they lie on one.</summary>
        /// <exception cref="ArgumentException">T is not the .NET type of the tensor's dtype.</exception>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            if (ToScalarType(typeof(T)) != dtype)
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
            return new TensorAccessor<T>(device_type == DeviceType.CPU ? this : cpu());
        }

        /// <summary>The one element of a tensor that has one.</summary>
        public T item<T>() where T : unmanaged
        {
            if (NumberOfElements != 1)
                throw new ArgumentException($"item needs a tensor of one element; this one has shape [{string.Join(", ", shape)}]");
            if (ToScalarType(typeof(T)) != dtype)
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
            if (device_type != DeviceType.CPU)
            {
                using Tensor copy = cpu();
                return copy.item<T>();
            }
            Bridge.Check(Bridge.bridge_data(Handle, out IntPtr data));
            return *(T*)data;
        }

        /// <summary>The bytes of a contiguous CPU tensor, shared with it.</summary>
        public Span<byte> bytes
        {
            get
            {
                if (!is_contiguous() || device_type != DeviceType.CPU)
                    throw new InvalidOperationException("bytes needs a contiguous tensor on the CPU: call contiguous() or cpu() first");
                Bridge.Check(Bridge.bridge_data(Handle, out IntPtr data));
                return new Span<byte>((void*)data, checked((int)(NumberOfElements * ElementSize)));
            }
            set
            {
                if (value.Length != NumberOfElements * ElementSize)
                    throw new ArgumentException($"{value.Length} bytes for a tensor of {NumberOfElements * ElementSize}");
                value.CopyTo(bytes);
            }
        }
    }

    internal static ScalarType ToScalarType(Type type) =>
        type == typeof(float) ? ScalarType.Float32
        : type == typeof(long) ? ScalarType.Int64
        : type == typeof(double) ? ScalarType.Float64
        : type == typeof(byte) ? ScalarType.Byte
        : type == typeof(int) ? ScalarType.Int32
        : type == typeof(bool) ? ScalarType.Bool
        : type == typeof(short) ? ScalarType.Int16
        : type == typeof(sbyte) ? ScalarType.Int8
        : type == typeof(Half) ? ScalarType.Float16
        : type == typeof((float, float)) ? ScalarType.ComplexFloat32
        : type == typeof(Complex) ? ScalarType.ComplexFloat64
        : throw new NotSupportedException($"a tensor cannot hold {type}");

    /// <summary>A tensor that holds a copy of the data, in C order, of the type and on the device asked for.</summary>
    internal static unsafe Tensor FromData<T>(ReadOnlySpan<T> data, ReadOnlySpan<long> sizes, ScalarType? dtype, Device? device, bool requires_grad, string[]? names = null) where T : unmanaged
    {
        long wanted = 1;
        foreach (long size in sizes)
            wanted *= size;
        // As in TorchSharp, values beyond the shape are left out.
        if (wanted > data.Length)
            throw new ArgumentException($"{data.Length} values do not fill the shape [{string.Join(", ", sizes.ToArray())}], which takes {wanted}");
        ScalarType given = ToScalarType(typeof(T));
        IntPtr handle;
        fixed (T* start = data)
        fixed (long* shape = sizes)
            Bridge.Check(Bridge.bridge_from_memory(start, shape, sizes.Length, (int)given, out handle));
        var tensor = new Tensor(handle);
        device = InitializeDevice(device);
        if ((dtype ?? given) != given || device.type != DeviceType.CPU)
            tensor = tensor.to(dtype ?? given, device, disposeAfter: true);
        return Made(tensor, requires_grad, names);
    }
}
