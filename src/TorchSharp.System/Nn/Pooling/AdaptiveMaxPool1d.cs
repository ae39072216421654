using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The largest element of windows laid so that (N, C, L) becomes (N, C, output_size).</summary>
        public sealed class AdaptiveMaxPool1d : ParameterLessModule<Tensor, Tensor>
        {
            internal AdaptiveMaxPool1d(long output_size) : base(nameof(AdaptiveMaxPool1d)) => this.output_size = output_size;

            public long output_size { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool1d(input, output_size);

            /// <summary>The elements, and where each lies in its channel.</summary>
            public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) => nn.functional.adaptive_max_pool1d_with_indices(input, output_size);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static AdaptiveMaxPool1d AdaptiveMaxPool1d(long output_size) => new(output_size);

            public static partial class functional
            {
                public static Tensor adaptive_max_pool1d(Tensor input, long output_size)
                {
                    var (values, indices) = adaptive_max_pool1d_with_indices(input, output_size);
                    indices.Dispose();
                    return values;
                }

                public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) => Ops.adaptive_max_pool1d.Call2(input, output_size);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op adaptive_max_pool1d = new("adaptive_max_pool1d");
    }
}
