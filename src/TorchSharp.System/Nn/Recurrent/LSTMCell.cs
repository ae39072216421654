using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>One step of an LSTM: (N, input size) and (h, c), each (N, hidden size), to h and c; N may be left out.</summary>
        public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
        {
            readonly long hiddenSize;

            internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype) : base(nameof(LSTMCell))
            {
                this.hiddenSize = hiddenSize;
                weight_ih = New(device, dtype, 4 * hiddenSize, inputSize);
                weight_hh = New(device, dtype, 4 * hiddenSize, hiddenSize);
                if (bias)
                {
                    bias_ih = New(device, dtype, 4 * hiddenSize);
                    bias_hh = New(device, dtype, 4 * hiddenSize);
                }
                foreach (Parameter parameter in parameters())
                    nn.init.uniform_(parameter, -1 / Math.Sqrt(hiddenSize), 1 / Math.Sqrt(hiddenSize));
            }

            /// <summary>(4 hiddenSize, inputSize).</summary>
            public Parameter? weight_ih
            {
                get => ParameterOf(nameof(weight_ih));
                set => SetParameter(nameof(weight_ih), value);
            }

            /// <summary>(4 hiddenSize, hiddenSize).</summary>
            public Parameter? weight_hh
            {
                get => ParameterOf(nameof(weight_hh));
                set => SetParameter(nameof(weight_hh), value);
            }

            /// <summary>(4 hiddenSize), or null.</summary>
            public Parameter? bias_ih
            {
                get => ParameterOf(nameof(bias_ih));
                set => SetParameter(nameof(bias_ih), value);
            }

            /// <summary>(4 hiddenSize), or null.</summary>
            public Parameter? bias_hh
            {
                get => ParameterOf(nameof(bias_hh));
                set => SetParameter(nameof(bias_hh), value);
            }

            public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
            {
                using DisposeScope scope = NewDisposeScope();
                long[] size = [.. input.shape[..^1], hiddenSize];
                var (h0, c0) = h0_c0 ?? (zeros(size, input.dtype, input.device), zeros(size, input.dtype, input.device));
                var (h, c) = Step(input, h0, c0);
                return scope.MoveToOuter(h, c);
            }

            // One sample is a batch of one.
            (Tensor, Tensor) Step(Tensor input, Tensor h0, Tensor c0)
            {
                if (input.Dimensions != 1)
                    return Ops.lstm_cell.Call2(input, (Tensor[])[h0, c0], weight_ih, weight_hh, bias_ih, bias_hh);
                var (h, c) = Step(input.unsqueeze(0), h0.unsqueeze(0), c0.unsqueeze(0));
                return (h.squeeze(0), c.squeeze(0));
            }

            public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static LSTMCell LSTMCell(long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op lstm_cell = new("lstm_cell");
    }
}
