using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The largest element of windows whose places are drawn: (N, C, D, H, W) becomes output_size, or output_ratio of its lengths (Graham 2014).</summary>
        public sealed class FractionalMaxPool3d : ParameterLessModule<Tensor, Tensor>
        {
            internal FractionalMaxPool3d(long[] kernel_size, long[]? output_size, double[]? output_ratio) : base(nameof(FractionalMaxPool3d))
            {
                (this.kernel_size, this.output_size, this.output_ratio) = (kernel_size, output_size, output_ratio);
                nn.functional.CheckFractional(3, kernel_size, output_size, output_ratio);
            }

            public long[] kernel_size { get; set; }
            public long[]? output_size { get; set; }
            public double[]? output_ratio { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.fractional_max_pool3d(input, kernel_size, output_size, output_ratio);

            /// <summary>The elements, and where each lies in its channel.</summary>
            public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) => nn.functional.fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static FractionalMaxPool3d FractionalMaxPool3d(long kernel_size, long? output_size = null, double? output_ratio = null) =>
                new([kernel_size, kernel_size, kernel_size], output_size is { } s ? [s, s, s] : null, output_ratio is { } r ? [r, r, r] : null);

            public static FractionalMaxPool3d FractionalMaxPool3d((long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                new(Each(kernel_size), output_size is { } s ? Each(s) : null, output_ratio is { } r ? [r.Item1, r.Item2, r.Item3] : null);

            public static FractionalMaxPool3d FractionalMaxPool3d(long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) => new(kernel_size, output_size, output_ratio);

            public static partial class functional
            {
                public static Tensor fractional_max_pool3d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                    fractional_max_pool3d(input, [kernel_size, kernel_size, kernel_size], output_size is { } s ? [s, s, s] : null, output_ratio is { } r ? [r, r, r] : null);

                public static Tensor fractional_max_pool3d(Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                    fractional_max_pool3d(input, Each(kernel_size), output_size is { } s ? Each(s) : null, output_ratio is { } r ? [r.Item1, r.Item2, r.Item3] : null);

                public static Tensor fractional_max_pool3d(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null)
                {
                    var (values, indices) = fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio);
                    indices.Dispose();
                    return values;
                }

                public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                    fractional_max_pool3d_with_indices(input, [kernel_size, kernel_size, kernel_size], output_size is { } s ? [s, s, s] : null, output_ratio is { } r ? [r, r, r] : null);

                public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null) =>
                    fractional_max_pool3d_with_indices(input, Each(kernel_size), output_size is { } s ? Each(s) : null, output_ratio is { } r ? [r.Item1, r.Item2, r.Item3] : null);

                public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                    Fractional(Ops.fractional_max_pool3d, 3, input, kernel_size, output_size, output_ratio);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op fractional_max_pool3d = new("fractional_max_pool3d");
    }
}
