using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The p-norm of input1 - input2 + eps over the last axis.</summary>
        public sealed class PairwiseDistance : ParameterLessModule<Tensor, Tensor, Tensor>
        {
            internal PairwiseDistance(double norm, double eps, bool keepdim) : base(nameof(PairwiseDistance)) =>
                (this.norm, this.eps, this.keepdim) = (norm, eps, keepdim);

            public double norm { get; set; }
            public double eps { get; set; }
            public bool keepdim { get; set; }

            public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.pairwise_distance(input1, input2, norm, eps, keepdim);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static PairwiseDistance PairwiseDistance(double p = 2.0, double eps = 1e-6, bool keepdim = false) => new(p, eps, keepdim);

            public static partial class functional
            {
                public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-6, bool keepdim = false) => Ops.pairwise_distance.Call(input1, input2, p, eps, keepdim);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op pairwise_distance = new("pairwise_distance");
    }
}
