using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>One step of a plain recurrent network: (N, input size) and h (N, hidden size) to h; N may be left out.</summary>
        public sealed class RNNCell : nn.Module<Tensor, Tensor?, Tensor>
        {
            readonly long hiddenSize;
            readonly bool relu;

            internal RNNCell(long inputSize, long hiddenSize, nn.NonLinearities nonLinearity, bool bias, Device? device, ScalarType? dtype) : base(nameof(RNNCell))
            {
                this.hiddenSize = hiddenSize;
                relu = nonLinearity == nn.NonLinearities.ReLU;
                weight_ih = New(device, dtype, hiddenSize, inputSize);
                weight_hh = New(device, dtype, hiddenSize, hiddenSize);
                if (bias)
                {
                    bias_ih = New(device, dtype, hiddenSize);
                    bias_hh = New(device, dtype, hiddenSize);
                }
                foreach (Parameter parameter in parameters())
                    nn.init.uniform_(parameter, -1 / Math.Sqrt(hiddenSize), 1 / Math.Sqrt(hiddenSize));
            }

            /// <summary>(hiddenSize, inputSize).</summary>
            public Parameter? weight_ih
            {
                get => ParameterOf(nameof(weight_ih));
                set => SetParameter(nameof(weight_ih), value);
            }

            /// <summary>(hiddenSize, hiddenSize).</summary>
            public Parameter? weight_hh
            {
                get => ParameterOf(nameof(weight_hh));
                set => SetParameter(nameof(weight_hh), value);
            }

            /// <summary>(hiddenSize), or null.</summary>
            public Parameter? bias_ih
            {
                get => ParameterOf(nameof(bias_ih));
                set => SetParameter(nameof(bias_ih), value);
            }

            /// <summary>(hiddenSize), or null.</summary>
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
                : (relu ? Ops.rnn_relu_cell : Ops.rnn_tanh_cell).Call(input, h0, weight_ih, weight_hh, bias_ih, bias_hh);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static RNNCell RNNCell(long inputSize, long hiddenSize, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, nonLinearity, bias, device, dtype);
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op rnn_tanh_cell = new("rnn_tanh_cell"), rnn_relu_cell = new("rnn_relu_cell");
    }
}
