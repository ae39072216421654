using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The p-norm of each window of (N, C, H, W), or without N; p is norm_type.</summary>
        public sealed class LPPool2d : ParameterLessModule<Tensor, Tensor>
        {
            internal LPPool2d(double norm_type, long[] kernel_size, long[]? stride, bool ceil_mode) : base(nameof(LPPool2d)) =>
                (this.norm_type, this.kernel_size, this.stride, this.ceil_mode) = (norm_type, kernel_size, stride, ceil_mode);

            public double norm_type { get; set; }
            public long[] kernel_size { get; set; }
            public long[]? stride { get; set; }
            public bool ceil_mode { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.lp_pool2d(input, norm_type, kernel_size, stride, ceil_mode);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static LPPool2d LPPool2d(double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false) => new(norm_type, kernel_size, stride, ceil_mode);

            public static LPPool2d LPPool2d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                new(norm_type, [kernel_size, kernel_size], [stride ?? kernel_size, stride ?? kernel_size], ceil_mode);

            public static partial class functional
            {
                public static Tensor lp_pool2d(Tensor input, double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false)
                {
                    using DisposeScope scope = NewDisposeScope();
                    Tensor mean = avg_pool2d(input.pow(norm_type), kernel_size, stride, none, ceil_mode);
                    return PowerMean(mean, kernel_size[0] * kernel_size[^1], norm_type).MoveToOuterDisposeScope();
                }

                public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                    lp_pool2d(input, norm_type, [kernel_size, kernel_size], [stride ?? kernel_size, stride ?? kernel_size], ceil_mode);
            }
        }
    }
}
