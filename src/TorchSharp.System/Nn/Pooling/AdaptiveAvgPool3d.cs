using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The mean of windows laid so that (N, C, D, H, W) becomes (N, C, *output_size).</summary>
        public sealed class AdaptiveAvgPool3d : ParameterLessModule<Tensor, Tensor>
        {
            internal AdaptiveAvgPool3d(long[] output_size) : base(nameof(AdaptiveAvgPool3d)) => this.output_size = output_size;

            public long[] output_size { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool3d(input, output_size);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long[] output_size) => new(output_size);
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d((long, long, long) output_size) => new(Each(output_size));
            public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long output_size) => new([output_size, output_size, output_size]);

            public static partial class functional
            {
                public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) => Ops.adaptive_avg_pool3d.Call(input, output_size);

                public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) => Ops.adaptive_avg_pool3d.Call(input, Each(output_size));

                public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) => Ops.adaptive_avg_pool3d.Call(input, (long[])[output_size, output_size, output_size]);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op adaptive_avg_pool3d = new("adaptive_avg_pool3d");
    }
}
