using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>x where positive, a learned slope times x elsewhere: one slope, or one a channel of (N, C, ...) (He et al. 2015).</summary>
        public sealed class PReLU : nn.Module<Tensor, Tensor>
        {
            internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype) : base(nameof(PReLU))
            {
                (this.num_parameters, this.init) = (num_parameters, init);
                weight = New(device, dtype, num_parameters);
                nn.init.constant_(weight, init);
            }

            public long num_parameters { get; }
            public double init { get; }

            public Parameter weight
            {
                get => ParameterOf(nameof(weight))!;
                set => SetParameter(nameof(weight), value);
            }

            public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, weight);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static PReLU PReLU(long num_parameters, double init = 0.25, Device? device = null, ScalarType? dtype = null) => new(num_parameters, init, device, dtype);

            public static partial class functional
            {
                public static Tensor prelu(Tensor input, Tensor weight) => Ops.prelu.Call(input, weight);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op prelu = new("prelu");
    }
}
