using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The layout that RNN, GRU and LSTM share: names and sizes of their weights, and the state they begin with.</summary>
internal sealed class Recurrence
{
    readonly long inputSize, hiddenSize, gates;

    internal Recurrence(string kind, long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, long gates)
    {
        if (inputSize <= 0 || hiddenSize <= 0 || numLayers <= 0)
            throw new ArgumentException($"{kind} needs positive sizes and layers, not {inputSize}, {hiddenSize} and {numLayers}");
        if (dropout is not (>= 0 and <= 1))
            throw new ArgumentException($"dropout must be a probability, not {dropout}");
        (Kind, this.inputSize, this.hiddenSize, Layers, HasBias, BatchFirst, Dropout, Bidirectional, this.gates) =
            (kind, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, gates);
        Weights = [.. Layout()];
        Names = Array.ConvertAll(Weights, weight => weight.Name);
    }

    internal string Kind { get; }
    internal long Layers { get; }
    internal bool HasBias { get; }
    internal bool BatchFirst { get; }
    internal double Dropout { get; }
    internal bool Bidirectional { get; }

    /// <summary>Name and size of each weight, in the order that libtorch's operators take them and PyTorch draws them.</summary>
    internal (string Name, long[] Size)[] Weights { get; }

    internal string[] Names { get; }

    /// <summary>All weights are drawn uniformly within this of zero.</summary>
    internal double Bound => 1 / Math.Sqrt(hiddenSize);

    IEnumerable<(string, long[])> Layout()
    {
        for (long layer = 0; layer < Layers; layer++)
        {
            foreach (string end in (string[])(Bidirectional ? [$"_l{layer}", $"_l{layer}_reverse"] : [$"_l{layer}"]))
            {
                yield return ("weight_ih" + end, [gates * hiddenSize, layer == 0 ? inputSize : hiddenSize * (Bidirectional ? 2 : 1)]);
                yield return ("weight_hh" + end, [gates * hiddenSize, hiddenSize]);
                if (!HasBias)
                    continue;
                yield return ("bias_ih" + end, [gates * hiddenSize]);
                yield return ("bias_hh" + end, [gates * hiddenSize]);
            }
        }
    }

    /// <summary>Zeros (layers and directions, N, hidden size) for a batch (T, N, input size), or (N, T, input size).</summary>
    internal Tensor Zeros(Tensor input)
    {
        if (input.Dimensions != 3)
            throw new ArgumentException($"{Kind} needs an input of 3 dimensions, {(BatchFirst ? "(N, T, features)" : "(T, N, features)")}, not {input.Dimensions}");
        return Zeros(input, input.size(BatchFirst ? 0 : 1));
    }

    /// <summary>Zeros for the sequences of a pack.</summary>
    internal Tensor Zeros(nn.utils.rnn.PackedSequence input)
    {
        using Tensor first = input.batch_sizes[0];
        return Zeros(input.data, first.item<long>());
    }

    Tensor Zeros(Tensor like, long batch) => zeros([Layers * (Bidirectional ? 2 : 1), batch, hiddenSize], like.dtype, like.device);

    /// <summary>A state with its sequences in the order of those indices; itself anew without.</summary>
    internal static Tensor Ordered(Tensor state, Tensor? indices) => indices is null ? state.alias() : state.index_select(1, indices);

    /// <summary>Puts the weights into one block of memory, which cuDNN reads faster; on the CPU there is nothing to do.</summary>
    internal void Flatten(Tensor[] weights, long mode)
    {
        if (weights[0].device_type != DeviceType.CUDA || !cuda.is_cudnn_available() || !Ops.cudnn_rnn_flatten_weight.Exists)
            return;
        using IDisposable unrecorded = no_grad();
        Ops.cudnn_rnn_flatten_weight.Run(weights, HasBias ? 4 : 2, inputSize, mode, hiddenSize, 0, Layers, BatchFirst, Bidirectional);
    }
}
