namespace TorchSharp;

public static partial class torch
{
    /// <summary>Switches of the libraries behind libtorch.</summary>
    public static partial class backends
    {
        public static partial class cuda
        {
            /// <summary>Matrix products on CUDA devices.</summary>
            public static partial class matmul
            {
                /// <summary>Whether products of float32 matrices may use TensorFloat-32.</summary>
                public static bool allow_tf32
                {
                    get => Bridge.bridge_matmul_tf32() != 0;
                    set => Bridge.bridge_set_matmul_tf32(value ? 1 : 0);
                }
            }
        }

        public static partial class cudnn
        {
            /// <summary>Whether convolutions of float32 may use TensorFloat-32.</summary>
            public static bool allow_tf32
            {
                get => Bridge.bridge_cudnn_tf32() != 0;
                set => Bridge.bridge_set_cudnn_tf32(value ? 1 : 0);
            }
        }
    }
}
