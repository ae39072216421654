using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Negative log-likelihood of counts under a Poisson whose rate, or its logarithm, is the input.</summary>
        public sealed class PoissonNLLLoss : Loss<Tensor, Tensor, Tensor>
        {
            public PoissonNLLLoss(bool log_input = true, bool full = false, float eps = 1e-8f, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
                (this.log_input, this.full, this.eps) = (log_input, full, eps);

            public bool log_input { get; }
            public bool full { get; }
            public float eps { get; }

            public override Tensor forward(Tensor input, Tensor target) => nn.functional.poisson_nll_loss(input, target, log_input, full, eps, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static PoissonNLLLoss PoissonNLLLoss(bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) => new(log_input, full, eps, reduction);

            public static partial class functional
            {
                public static Tensor poisson_nll_loss(Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) =>
                    Ops.poisson_nll_loss.Call(input, target, log_input, full, (double)eps, (long)reduction);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op poisson_nll_loss = new("poisson_nll_loss");
    }
}
