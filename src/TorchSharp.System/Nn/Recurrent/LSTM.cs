using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Long short-term memory (Hochreiter &amp; Schmidhuber 1997): (T, N, input size), or (N, T, input size) with batchFirst, and (h, c), each (layers and directions, N, hidden size), to the outputs (T, N, directions times hidden size) and the last h and c. Drawn as PyTorch draws it: every weight uniform within 1 / sqrt(hidden size).</summary>
        public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
        {
            readonly Recurrence shape;

            internal LSTM(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype) : base(nameof(LSTM))
            {
                shape = new Recurrence(nameof(LSTM), inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, gates: 4);
                foreach (var (name, size) in shape.Weights)
                    SetParameter(name, New(device, dtype, size));
                foreach (string name in shape.Names)
                    nn.init.uniform_(ParameterOf(name)!, -shape.Bound, shape.Bound);
                flatten_parameters();
            }

            /// <summary>Puts the weights into one block of memory for cuDNN; moving the module does so too.</summary>
            public void flatten_parameters() => shape.Flatten(Weights(), 2);

            public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
            {
                using DisposeScope scope = NewDisposeScope();
                var (h0, c0) = h0_c0 ?? (shape.Zeros(input), shape.Zeros(input));
                var (output, hn, cn) = Ops.lstm.Call3(input, (Tensor[])[h0, c0], Weights(), shape.HasBias, shape.Layers, shape.Dropout, training, shape.Bidirectional, shape.BatchFirst);
                return scope.MoveToOuter(output, hn, cn);
            }

            public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

            /// <summary>Runs over sequences of different lengths; no hooks run.</summary>
            public (nn.utils.rnn.PackedSequence, Tensor, Tensor) call(nn.utils.rnn.PackedSequence input, (Tensor, Tensor)? h0_c0 = null)
            {
                using DisposeScope scope = NewDisposeScope();
                var (h0, c0) = h0_c0 is { } given ? (Recurrence.Ordered(given.Item1, input.sorted_indices), Recurrence.Ordered(given.Item2, input.sorted_indices)) : (shape.Zeros(input), shape.Zeros(input));
                var (output, hn, cn) = Ops.lstm_packed.Call3(input.data, input.batch_sizes, (Tensor[])[h0, c0], Weights(), shape.HasBias, shape.Layers, shape.Dropout, training, shape.Bidirectional);
                var packed = new nn.utils.rnn.PackedSequence(output, input.batch_sizes.alias(), input.sorted_indices?.alias(), input.unsorted_indices?.alias());
                (hn, cn) = scope.MoveToOuter(Recurrence.Ordered(hn, input.unsorted_indices), Recurrence.Ordered(cn, input.unsorted_indices));
                return (packed.MoveToOuterDisposeScope(), hn, cn);
            }

            Tensor[] Weights() => Array.ConvertAll(shape.Names, Tensor (name) => ParameterOf(name)!);

            protected override void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                base._toEpilog(dtype, device, non_blocking);
                flatten_parameters();
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static LSTM LSTM(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op lstm = new("lstm.input"), lstm_packed = new("lstm.data");
    }
}
