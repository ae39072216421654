using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Leaky ReLU whose slope is the mean of lower and upper: as in TorchSharp no slope is drawn, in training neither.</summary>
        public sealed class RReLU : ParameterLessModule<Tensor, Tensor>
        {
            internal RReLU(double lower, double upper, bool inplace) : base(nameof(RReLU)) => (this.lower, this.upper, this.inplace) = (lower, upper, inplace);

            public double lower { get; set; }
            public double upper { get; set; }
            public bool inplace { get; set; }

            public override Tensor forward(Tensor tensor) => nn.functional.rrelu(tensor, lower, upper, inplace);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static RReLU RReLU(double lower = 1.0 / 8.0, double upper = 1.0 / 3.0, bool inplace = false) => new(lower, upper, inplace);

            public static partial class functional
            {
                public static Tensor rrelu(Tensor x, double lower = 1.0 / 8.0, double upper = 1.0 / 3.0, bool inplace = false) => (inplace ? Ops.rrelu_ : Ops.rrelu).Call(x, lower, upper);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op rrelu = new("rrelu"), rrelu_ = new("rrelu_");
    }
}
