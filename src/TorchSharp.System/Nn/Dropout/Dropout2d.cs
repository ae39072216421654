using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>In training sets whole channels of (N, C, H, W) to zero with probability p and scales the rest by 1 / (1 - p) (Tompson et al. 2015).</summary>
        public sealed class Dropout2d : ParameterLessModule<Tensor, Tensor>
        {
            internal Dropout2d(double p, bool inplace) : base(nameof(Dropout2d)) => (this.p, this.inplace) = (p, inplace);

            public double p { get; set; }
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.dropout2d(tensor, p, training, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => (inplace ? Ops.feature_dropout_ : Ops.feature_dropout).Call(input, p, training);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op feature_dropout = new("feature_dropout"), feature_dropout_ = new("feature_dropout_");
    }
}
