using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Gated recurrent units (Cho et al. 2014): (T, N, input size), or (N, T, input size) with batchFirst, and h (layers and directions, N, hidden size) to the outputs (T, N, directions times hidden size) and the last h. Drawn as PyTorch draws it: every weight uniform within 1 / sqrt(hidden size).</summary>
        public sealed class GRU : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
        {
            readonly Recurrence shape;

            internal GRU(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype) : base(nameof(GRU))
            {
                shape = new Recurrence(nameof(GRU), inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, gates: 3);
                foreach (var (name, size) in shape.Weights)
                    SetParameter(name, New(device, dtype, size));
                foreach (string name in shape.Names)
                    nn.init.uniform_(ParameterOf(name)!, -shape.Bound, shape.Bound);
                flatten_parameters();
            }

            /// <summary>Puts the weights into one block of memory for cuDNN; moving the module does so too.</summary>
            public void flatten_parameters() => shape.Flatten(Weights(), 3);

            public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
            {
                using DisposeScope scope = NewDisposeScope();
                var (output, hn) = Ops.gru.Call2(input, h0 ?? shape.Zeros(input), Weights(), shape.HasBias, shape.Layers, shape.Dropout, training, shape.Bidirectional, shape.BatchFirst);
                return scope.MoveToOuter(output, hn);
            }

            public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

            /// <summary>Runs over sequences of different lengths; no hooks run.</summary>
            public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
            {
                using DisposeScope scope = NewDisposeScope();
                Tensor state = h0 is null ? shape.Zeros(input) : Recurrence.Ordered(h0, input.sorted_indices);
                var (output, hn) = Ops.gru_packed.Call2(input.data, input.batch_sizes, state, Weights(), shape.HasBias, shape.Layers, shape.Dropout, training, shape.Bidirectional);
                var packed = new nn.utils.rnn.PackedSequence(output, input.batch_sizes.alias(), input.sorted_indices?.alias(), input.unsorted_indices?.alias());
                return (packed.MoveToOuterDisposeScope(), Recurrence.Ordered(hn, input.unsorted_indices).MoveToOuterDisposeScope());
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
            public static GRU GRU(long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0.0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device, dtype);
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op gru = new("gru.input"), gru_packed = new("gru.data");
    }
}
