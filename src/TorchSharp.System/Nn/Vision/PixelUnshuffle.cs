using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>(*, C, H r, W r) to (*, C r^2, H, W), r being downscale_factor.</summary>
        public sealed class PixelUnshuffle : ParameterLessModule<Tensor, Tensor>
        {
            internal PixelUnshuffle(long downscale_factor) : base(nameof(PixelUnshuffle)) => this.downscale_factor = downscale_factor;

            public long downscale_factor { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.pixel_unshuffle(tensor, downscale_factor);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static PixelUnshuffle PixelUnshuffle(long downscale_factor) => new(downscale_factor);

            public static partial class functional
            {
                public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => Ops.pixel_unshuffle.Call(input, downscale_factor);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op pixel_unshuffle = new("pixel_unshuffle");
    }
}
