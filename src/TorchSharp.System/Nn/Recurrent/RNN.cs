using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Elman's network (1990), tanh or ReLU: (T, N, input size), or (N, T, input size) with batchFirst, and h (layers and directions, N, hidden size) to the outputs (T, N, directions times hidden size) and the last h. Drawn as PyTorch draws it: every weight uniform within 1 / sqrt(hidden size).</summary>
        public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
        {
            readonly Recurrence shape;
            readonly bool relu;

            internal RNN(long inputSize, long hiddenSize, long numLayers, nn.NonLinearities nonLinearity, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype) : base(nameof(RNN))
            {
                shape = new Recurrence(nameof(RNN), inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, gates: 1);
                relu = nonLinearity == nn.NonLinearities.ReLU;
                foreach (var (name, size) in shape.Weights)
                    SetParameter(name, New(device, dtype, size));
                foreach (string name in shape.Names)
                    nn.init.uniform_(ParameterOf(name)!, -shape.Bound, shape.Bound);
                flatten_parameters();
            }

            public Parameter? get_weight_ih(long idx) => ParameterOf($"weight_ih_l{idx}");
            public Parameter? get_weight_hh(long idx) => ParameterOf($"weight_hh_l{idx}");
            public Parameter? get_bias_ih(long idx) => ParameterOf($"bias_ih_l{idx}");
            public Parameter? get_bias_hh(long idx) => ParameterOf($"bias_hh_l{idx}");

            /// <summary>Puts the weights into one block of memory for cuDNN; moving the module does so too.</summary>
            public void flatten_parameters() => shape.Flatten(Weights(), relu ? 0 : 1);

            public override (Tensor, Tensor) forward(Tensor input, Tensor? h0 = null)
            {
                using DisposeScope scope = NewDisposeScope();
                var (output, hn) = (relu ? Ops.rnn_relu : Ops.rnn_tanh).Call2(input, h0 ?? shape.Zeros(input), Weights(), shape.HasBias, shape.Layers, shape.Dropout, training, shape.Bidirectional, shape.BatchFirst);
                return scope.MoveToOuter(output, hn);
            }

            public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

            /// <summary>Runs over sequences of different lengths; no hooks run.</summary>
            public (nn.utils.rnn.PackedSequence, Tensor) call(nn.utils.rnn.PackedSequence input, Tensor? h0 = null)
            {
                using DisposeScope scope = NewDisposeScope();
                Tensor state = h0 is null ? shape.Zeros(input) : Recurrence.Ordered(h0, input.sorted_indices);
                var (output, hn) = (relu ? Ops.rnn_relu_packed : Ops.rnn_tanh_packed).Call2(input.data, input.batch_sizes, state, Weights(), shape.HasBias, shape.Layers, shape.Dropout, training, shape.Bidirectional);
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
            /// <summary>What a plain recurrent network applies.</summary>
            public enum NonLinearities
            {
                ReLU = 0,
                Tanh = 1
            }

            public static RNN RNN(long inputSize, long hiddenSize, long numLayers = 1, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true, bool batchFirst = false, double dropout = 0.0, bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, numLayers, nonLinearity, bias, batchFirst, dropout, bidirectional, device, dtype);
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op rnn_tanh = new("rnn_tanh.input"), rnn_tanh_packed = new("rnn_tanh.data"), rnn_relu = new("rnn_relu.input"), rnn_relu_packed = new("rnn_relu.data"),
            cudnn_rnn_flatten_weight = new("_cudnn_rnn_flatten_weight");
    }
}
