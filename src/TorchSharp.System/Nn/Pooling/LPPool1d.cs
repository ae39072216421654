using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The p-norm of each window of (N, C, L), or without N; p is norm_type.</summary>
        public sealed class LPPool1d : ParameterLessModule<Tensor, Tensor>
        {
            internal LPPool1d(double norm_type, long kernel_size, long? stride, bool ceil_mode) : base(nameof(LPPool1d)) =>
                (this.norm_type, this.kernel_size, this.stride, this.ceil_mode) = (norm_type, kernel_size, stride, ceil_mode);

            public double norm_type { get; set; }
            public long kernel_size { get; set; }
            public long? stride { get; set; }
            public bool ceil_mode { get; set; }

            public override Tensor forward(Tensor input) => nn.functional.lp_pool1d(input, norm_type, kernel_size, stride, ceil_mode);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static LPPool1d LPPool1d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) => new(norm_type, kernel_size, stride, ceil_mode);

            public static partial class functional
            {
                public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false)
                {
                    using DisposeScope scope = NewDisposeScope();
                    Tensor mean = avg_pool1d(input.pow(norm_type), kernel_size, stride, 0, ceil_mode);
                    return PowerMean(mean, kernel_size, norm_type).MoveToOuterDisposeScope();
                }

                // The p-th root of the sum that a mean of p-th powers over count elements stands for; as in PyTorch a negative sum gives 0.
                static Tensor PowerMean(Tensor mean, long count, double p) => (mean.sign() * relu(mean.abs()) * count).pow(1 / p);
            }
        }
    }
}
