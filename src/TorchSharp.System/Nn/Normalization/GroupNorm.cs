using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Normalisation over groups of channels, sample by sample (Wu &amp; He 2018): (N, C, *).</summary>
        public sealed class GroupNorm : nn.Module<Tensor, Tensor>
        {
            // TorchSharp 0.107 leaves scale and shift as the memory was; here they are 1 and 0, as in PyTorch.
            internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype) : base(nameof(GroupNorm))
            {
                (this.num_groups, this.eps, this.affine) = (num_groups, eps, affine);
                if (!affine)
                    return;
                weight = New(device, dtype, num_channels);
                bias = New(device, dtype, num_channels);
                nn.init.ones_(weight);
                nn.init.zeros_(bias);
            }

            public long num_groups { get; set; }
            public double eps { get; set; }
            public bool affine { get; set; }

            /// <summary>(num_channels); null unless affine.</summary>
            public Parameter weight
            {
                get => ParameterOf(nameof(weight))!;
                set => SetParameter(nameof(weight), value);
            }

            /// <inheritdoc cref="weight"/>
            public Parameter? bias
            {
                get => ParameterOf(nameof(bias));
                set => SetParameter(nameof(bias), value);
            }

            // (N, C) is refused, as TorchSharp refuses it.
            public override Tensor forward(Tensor tensor) => tensor.Dimensions >= 3
                ? Ops.group_norm.Call(tensor, num_groups, weight, bias, eps)
                : throw new ArgumentException($"Invalid number of dimensions for GroupNorm argument: {tensor.Dimensions}");
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static GroupNorm GroupNorm(long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_groups, num_channels, eps, affine, device, dtype);

            public static partial class functional
            {
                /// <summary>(x - mean) / sqrt(var + eps) * weight + bias over each of num_groups groups of channels of each sample of (N, C, *).</summary>
                public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) => Ops.group_norm.Call(input, num_groups, weight, bias, eps);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op group_norm = new("group_norm");
    }
}
