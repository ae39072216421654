using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Scales the spatial axes of (N, C, *) to a size, or by factors.</summary>
        public sealed class Upsample : ParameterLessModule<Tensor, Tensor>
        {
            readonly long[]? lengths;
            readonly double[]? factors;

            internal Upsample(long[]? size, double[]? scale_factor, UpsampleMode mode, bool? align_corners, bool? recompute_scale_factor) : base(nameof(Upsample)) =>
                (lengths, factors, this.mode, this.align_corners, this.recompute_scale_factor) = (size, scale_factor, mode, align_corners, recompute_scale_factor);

            public ReadOnlySpan<long> size => lengths;
            public ReadOnlySpan<double> scale_factor => factors;
            public UpsampleMode mode { get; }
            public bool? align_corners { get; }
            public bool? recompute_scale_factor { get; set; }

            public override Tensor forward(Tensor input) =>
                nn.functional.interpolate(input, lengths, factors, (InterpolationMode)mode, align_corners, recompute_scale_factor ?? false);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Upsample Upsample(long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool? align_corners = null, bool? recompute_scale_factor = null) =>
                new(size, scale_factor, mode, align_corners, recompute_scale_factor);

            public static partial class functional
            {
                /// <summary>Scales the spatial axes of (N, C, *).</summary>
                // TorchSharp hands align_corners on, and libtorch then refuses nearest; here false counts as not given.
                public static Tensor upsample(Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false) =>
                    interpolate(input, size, scale_factor, (InterpolationMode)mode, mode == UpsampleMode.Nearest && !align_corners ? null : align_corners);

                public static Tensor upsample_bilinear(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) => upsample(x, size, scale_factor, UpsampleMode.Bilinear, align_corners);

                public static Tensor upsample_nearest(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) => upsample(x, size, scale_factor, UpsampleMode.Nearest, align_corners);

                public static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor) =>
                    Ops.upsample_nearest1d.Call(input, outputSize is { } length ? [length] : (long[]?)null, scaleFactor is { } factor ? [factor] : (double[]?)null);

                public static Tensor upsample_nearest2d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) => Ops.upsample_nearest2d.Call(input, outputSizes, scaleFactors);

                public static Tensor upsample_nearest3d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) => Ops.upsample_nearest3d.Call(input, outputSizes, scaleFactors);
            }
        }
    }
}
