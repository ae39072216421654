using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>One step of a GRU: (N, input size) and h (N, hidden size) to h; N may be left out.</summary>
        public sealed class GRUCell : nn.Module<Tensor, Tensor?, Tensor>
        {
            readonly long hiddenSize;

            internal GRUCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype) : base(nameof(GRUCell))
            {
                this.hiddenSize = hiddenSize;
                weight_ih = New(device, dtype, 3 * hiddenSize, inputSize);
                weight_hh = New(device, dtype, 3 * hiddenSize, hiddenSize);
                if (bias)
                {
                    bias_ih = New(device, dtype, 3 * hiddenSize);
                    bias_hh = New(device, dtype, 3 * hiddenSize);
                }
                foreach (Parameter parameter in parameters())
                    nn.init.uniform_(parameter, -1 / Math.Sqrt(hiddenSize), 1 / Math.Sqrt(hiddenSize));
            }

            /// <summary>(3 hiddenSize, inputSize).</summary>
            public Parameter? weight_ih
            {
                get => ParameterOf(nameof(weight_ih));
                set => SetParameter(nameof(weight_ih), value);
            }

            /// <summary>(3 hiddenSize, hiddenSize).</summary>
            public Parameter? weight_hh
            {
                get => ParameterOf(nameof(weight_hh));
                set => SetParameter(nameof(weight_hh), value);
            }

            /// <summary>(3 hiddenSize), or null.</summary>
            public Parameter? bias_ih
            {
                get => ParameterOf(nameof(bias_ih));
                set => SetParameter(nameof(bias_ih), value);
            }

            /// <summary>(3 hiddenSize), or null.</summary>
            public Parameter? bias_hh
            {
                get => ParameterOf(nameof(bias_hh));
                set => SetParameter(nameof(bias_hh), value);
            }

            public override Tensor forward(Tensor input, Tensor? h0 = null)
            {
                using DisposeScope scope = NewDisposeScope();
                return Step(input, h0 ?? zeros([.. input.shape[..^1], hiddenSize], input.dtype, input.device)).MoveToOuterDisposeScope();
            }

            // One sample is a batch of one.
            Tensor Step(Tensor input, Tensor h0) => input.Dimensions == 1
                ? Step(input.unsqueeze(0), h0.unsqueeze(0)).squeeze(0)
                : Ops.gru_cell.Call(input, h0, weight_ih, weight_hh, bias_ih, bias_hh);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static GRUCell GRUCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op gru_cell = new("gru_cell");
    }
}
