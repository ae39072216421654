using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>In training sets whole channels of (N, C, D, H, W) to zero with probability p and scales the rest by 1 / (1 - p) (Tompson et al. 2015).</summary>
        public sealed class Dropout3d : ParameterLessModule<Tensor, Tensor>
        {
            internal Dropout3d(double p, bool inplace) : base(nameof(Dropout3d)) => (this.p, this.inplace) = (p, inplace);

            public double p { get; set; }
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.dropout3d(tensor, p, training, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Dropout3d Dropout3d(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => (inplace ? Ops.feature_dropout_ : Ops.feature_dropout).Call(input, p, training);
            }
        }
    }
}
