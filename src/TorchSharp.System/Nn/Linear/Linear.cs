using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>x W^T + b: (*, in_features) to (*, out_features). Drawn as PyTorch draws it: W, then b, both uniform within 1 / sqrt(in_features).</summary>
        public sealed class Linear : nn.Module<Tensor, Tensor>
        {
            internal Linear(Parameter weight, Parameter? bias) : base(nameof(Linear))
            {
                (in_features, out_features) = (weight.shape[1], weight.shape[0]);
                this.weight = weight;
                this.bias = bias;
            }

            internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Linear))
            {
                (in_features, out_features) = (inputSize, outputSize);
                weight = New(device, dtype, outputSize, inputSize);
                nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
                if (hasBias)
                    bias = nn.init.FanBias(New(device, dtype, outputSize), weight);
            }

            public long in_features { get; }
            public long out_features { get; }

            /// <summary>(out_features, in_features).</summary>
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

            public override Tensor forward(Tensor tensor) => Ops.linear.Call(tensor, weight, bias);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) => new(inputSize, outputSize, hasBias, device, dtype);

            public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

            public static partial class functional
            {
                /// <summary>x W^T + b: input (*, in), weights (out, in), bias (out).</summary>
                public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Ops.linear.Call(input, weights, bias);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op linear = new("linear");
    }
}
