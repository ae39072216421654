using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Instance normalisation: each channel of each sample by its own mean and variance (Ulyanov et al. 2016).</summary>
        public abstract class InstanceNorm : NormBase
        {
            public InstanceNorm(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
                : base(num_features, eps, momentum ?? 0.1, affine, track_running_stats, device, dtype, name) { }

            /// <summary>How many axes, counted from the end, a sample with its channels has.</summary>
            protected abstract long GetNumberOfBatchDimensions();

            public override Tensor forward(Tensor input)
            {
                ValidateInputDimensions(input);
                int channels = (int)(input.Dimensions - GetNumberOfBatchDimensions());
                if (input.size(channels) != num_features)
                    throw new ArgumentException($"expected input's size at dim={channels} to match num_features ({num_features}), but got: {input.size(channels)}.");
                if (channels != 0)
                    return Normalised(input);
                using Tensor batch = input.unsqueeze(0), normalised = Normalised(batch);
                return normalised.squeeze(0);
            }

            Tensor Normalised(Tensor input) =>
                nn.functional.instance_norm(input, running_mean, running_var, weight, bias, training || !track_running_stats, momentum ?? 0.1, eps);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static partial class functional
            {
                /// <summary>(x - mean) / sqrt(var + eps) * weight + bias, by channel of each sample of (N, C, ...).</summary>
                public static Tensor instance_norm(Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5) =>
                    Ops.instance_norm.Call(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op instance_norm = new("instance_norm");
    }
}
