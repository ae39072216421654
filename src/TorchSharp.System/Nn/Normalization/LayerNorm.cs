using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Normalisation over the last axes, sample by sample (Ba et al. 2016): (*, normalized_shape).</summary>
        public sealed class LayerNorm : nn.Module<Tensor, Tensor>
        {
            internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype) : base(nameof(LayerNorm))
            {
                (this.normalized_shape, this.eps, this.elementwise_affine) = (normalized_shape, eps, elementwise_affine);
                if (elementwise_affine)
                    weight = New(device, dtype, normalized_shape);
                if (elementwise_affine && bias)
                    this.bias = New(device, dtype, normalized_shape);
                reset_parameters();
            }

            public long[] normalized_shape { get; set; }
            public double eps { get; set; }
            public bool elementwise_affine { get; set; }

            /// <summary>Of the normalised shape; null unless elementwise_affine.</summary>
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

            public void reset_parameters()
            {
                if (elementwise_affine)
                    nn.init.ones_(weight);
                if (bias is { } shift)
                    nn.init.zeros_(shift);
            }

            public override Tensor forward(Tensor tensor) => Ops.layer_norm.Call(tensor, normalized_shape, weight, bias, eps);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static LayerNorm LayerNorm(long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

            public static LayerNorm LayerNorm(long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new([normalized_shape], eps, elementwise_affine, bias, device, dtype);

            public static partial class functional
            {
                /// <summary>(x - mean) / sqrt(var + eps) * weight + bias over the last axes, which have normalized_shape.</summary>
                public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) => Ops.layer_norm.Call(input, normalized_shape, weight, bias, eps);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op layer_norm = new("layer_norm");
    }
}
