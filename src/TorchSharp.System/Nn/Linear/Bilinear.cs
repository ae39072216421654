using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>x1^T A x2 + b: (*, in1_features) and (*, in2_features) to (*, out_features).</summary>
        public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
        {
            internal Bilinear(long in1_features, long in2_features, long out_features, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Bilinear))
            {
                (this.in1_features, this.in2_features, this.out_features) = (in1_features, in2_features, out_features);
                double bound = 1 / Math.Sqrt(in1_features);
                weight = New(device, dtype, out_features, in1_features, in2_features);
                nn.init.uniform_(weight, -bound, bound);
                if (!hasBias)
                    return;
                bias = New(device, dtype, out_features);
                nn.init.uniform_(bias, -bound, bound);
            }

            public long in1_features { get; }
            public long in2_features { get; }
            public long out_features { get; }

            /// <summary>(out_features, in1_features, in2_features).</summary>
            public Parameter weight
            {
                get => ParameterOf(nameof(weight))!;
                set => SetParameter(nameof(weight), value);
            }

            /// <summary>(out_features), or null.</summary>
            public Parameter? bias
            {
                get => ParameterOf(nameof(bias));
                set => SetParameter(nameof(bias), value);
            }

            public override Tensor forward(Tensor input1, Tensor input2) => Ops.bilinear.Call(input1, input2, weight, bias);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Bilinear Bilinear(long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in1_features, in2_features, out_features, hasBias, device, dtype);

            public static partial class functional
            {
                /// <summary>x1^T A x2 + b: (*, in1) and (*, in2), weight (out, in1, in2), bias (out).</summary>
                public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) => Ops.bilinear.Call(input1, input2, weight, bias);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op bilinear = new("bilinear");
    }
}
