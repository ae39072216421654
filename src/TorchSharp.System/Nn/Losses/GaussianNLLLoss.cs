using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Negative log-likelihood under normals with mean input and a variance each: (N, *). As in TorchSharp it is summed over a sample's elements before the mean over N; PyTorch takes the mean over all. Nor does any gradient reach the variance, as in TorchSharp.</summary>
        public sealed class GaussianNLLLoss : Loss<Tensor, Tensor, Tensor, Tensor>
        {
            public GaussianNLLLoss(bool full = false, float eps = 1e-8f, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) => (this.full, this.eps) = (full, eps);

            public bool full { get; }
            public float eps { get; }

            public override Tensor forward(Tensor input, Tensor target, Tensor variance) => nn.functional.gaussian_nll_loss(input, target, variance, full, eps, reduction);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static GaussianNLLLoss GaussianNLLLoss(bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean) => new(full, eps, reduction);

            public static partial class functional
            {
                /// <inheritdoc cref="Modules.GaussianNLLLoss"/>
                /// <exception cref="ArgumentException">A variance is negative, or its shape fits neither the input nor one a sample.</exception>
                public static Tensor gaussian_nll_loss(Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean)
                {
                    using DisposeScope scope = NewDisposeScope();
                    long samples = input.size(0);
                    input = input.reshape(samples, -1);
                    target = target.reshape(samples, -1);
                    variance = variance.reshape(samples, -1);
                    long elements = input.size(1);
                    if (variance.size(1) != elements && variance.size(1) != 1)
                        throw new ArgumentException("variance has the wrong shape");
                    if ((variance < 0).any().item<bool>())
                        throw new ArgumentException("variance has negative entry/entries");
                    using (no_grad())
                        variance = variance.clamp_min(eps);
                    Tensor losses = ((variance.log() + (input - target).square() / variance) * 0.5).sum(1);
                    if (full)
                        losses += 0.5 * elements * Math.Log(2 * Math.PI);
                    return Reduced(losses, reduction).MoveToOuterDisposeScope();
                }
            }
        }
    }
}
