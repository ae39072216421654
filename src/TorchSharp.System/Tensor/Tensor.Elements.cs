using System.Collections;
using System.Numerics;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The one element of a tensor that has one.</summary>
        public Scalar ToScalar() => dtype switch
        {
            ScalarType.Float32 => item<float>(),
            ScalarType.Float64 => item<double>(),
            ScalarType.Int64 => item<long>(),
            ScalarType.Int32 => item<int>(),
            ScalarType.Bool => item<bool>(),
            ScalarType.Byte => item<byte>(),
            ScalarType.Int8 => item<sbyte>(),
            ScalarType.Int16 => item<short>(),
            ScalarType.Float16 => item<Half>(),
            ScalarType.ComplexFloat32 => item<(float, float)>(),
            ScalarType.ComplexFloat64 => item<Complex>(),
            ScalarType.BFloat16 => Widened(),
            _ => throw new NotSupportedException($"the elements of a tensor of type {dtype} cannot be read; convert it first"),
        };

        Scalar Widened()
        {
            using Tensor wide = @float();
            return wide.item<float>();
        }

        /// <summary>Nested lists of scalars, or a scalar where there are no axes.</summary>
        public object tolist()
        {
            if (Dimensions == 0)
                return ToScalar();
            var list = new ArrayList();
            foreach (Tensor slice in unbind())
                using (slice)
                    list.Add(slice.tolist());
            return list;
        }

        /// <summary>Element number i in C order of a tensor on the CPU.</summary>
        public T ReadCpuValue<T>(long i) where T : unmanaged => device_type == DeviceType.CPU
            ? data<T>()[i]
            : throw new InvalidOperationException("ReadCpuValue needs a tensor on the CPU: call cpu() first");

        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);
        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);
        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);
        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);
        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);
        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);
        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);
        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);
        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);

        public float ReadCpuBFloat16(long i)
        {
            using Tensor wide = dtype == ScalarType.BFloat16 ? @float() : throw new ArgumentException($"BFloat16 is not compatible with {dtype}");
            return wide.ReadCpuValue<float>(i);
        }
    }
}
