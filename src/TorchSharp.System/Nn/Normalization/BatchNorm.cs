using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Batch normalisation: by the batch's mean and variance in training, by the running ones in evaluation (Ioffe &amp; Szegedy 2015).</summary>
        public abstract class BatchNorm : NormBase
        {
            public BatchNorm(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
                : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name) { }

            public override Tensor forward(Tensor input)
            {
                ValidateInputDimensions(input);
                double newest = momentum ?? 0;
                if (training && track_running_stats && num_batches_tracked is { } batches)
                {
                    batches.add_(1);
                    newest = momentum ?? 1.0 / batches.item<long>();
                }
                Tensor? mean = running_mean, variance = running_var;
                bool usesBatch = training || (mean is null && variance is null);
                bool keeps = !training || track_running_stats;
                return nn.functional.batch_norm(input, keeps ? mean : null, keeps ? variance : null, weight, bias, usesBatch, newest, eps);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static partial class functional
            {
                /// <summary>(x - mean) / sqrt(var + eps) * weight + bias by channel of (N, C, ...); in training by the batch's own mean and variance, which move the running ones by momentum.</summary>
                /// <exception cref="ArgumentException">Training with one value a channel.</exception>
                public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-5)
                {
                    if (training && input.NumberOfElements == input.size(1))
                        throw new ArgumentException($"Expected more than 1 value per channel when training, got input size [{string.Join(", ", input.shape)}]");
                    return Ops.batch_norm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, true);
                }
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op batch_norm = new("batch_norm");
    }
}
