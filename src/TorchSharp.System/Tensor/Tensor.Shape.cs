namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The number of axes.</summary>
        public long Dimensions => Bridge.bridge_dim(Handle);

        /// <inheritdoc cref="Dimensions"/>
        public long dim() => Dimensions;

        /// <inheritdoc cref="Dimensions"/>
        public long ndim => Dimensions;

        public long NumberOfElements => Bridge.bridge_numel(Handle);

        public long numel() => NumberOfElements;

        /// <summary>Bytes an element.</summary>
        public long ElementSize => Bridge.bridge_element_size(Handle);

        public long element_size() => ElementSize;

        public ScalarType dtype => (ScalarType)Bridge.bridge_dtype(Handle);

        /// <summary>The length of each axis.</summary>
        public long[] shape
        {
            get
            {
                var sizes = new long[Dimensions];
                fixed (long* start = sizes)
                    Bridge.bridge_sizes(Handle, start);
                return sizes;
            }
        }

        public long[] size() => shape;

        /// <summary>The length of one axis; negative numbers count from the end.</summary>
        public long size(int dim) => shape[Axis(dim)];

        /// <summary>Elements from one index of an axis to the next, for each axis.</summary>
        public long[] stride()
        {
            var strides = new long[Dimensions];
            fixed (long* start = strides)
                Bridge.bridge_strides(Handle, start);
            return strides;
        }

        public long stride(int dim) => stride()[Axis(dim)];

        int Axis(int dim)
        {
            long dims = Dimensions;
            return dim >= -dims && dim < dims ? (int)(dim < 0 ? dim + dims : dim)
                : throw new IndexOutOfRangeException($"dimension {dim} of a tensor with {dims} dimensions");
        }

        /// <summary>Where the first element lies in the storage, in elements.</summary>
        public long storage_offset() => Bridge.bridge_storage_offset(Handle);

        public bool is_contiguous() => Bridge.bridge_is_contiguous(Handle, 0) != 0;

        public Device device => new(device_type, device_index);

        public DeviceType device_type => (DeviceType)Bridge.bridge_device_type(Handle);

        public int device_index => Bridge.bridge_device_index(Handle);

        public bool is_sparse => Bridge.bridge_is_sparse(Handle) != 0;

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_meta => device_type == DeviceType.META;

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);
    }
}
