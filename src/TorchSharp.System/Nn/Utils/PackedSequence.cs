namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Sequences of different lengths.</summary>
            public static partial class rnn
            {
                /// <summary>Sequences joined step by step, the longest first: what a recurrent module takes.</summary>
                public sealed class PackedSequence : IDisposable
                {
                    /// <summary>The steps of all sequences, (sum of lengths, *).</summary>
                    public readonly Tensor data;

                    /// <summary>How many sequences reach each step; on the CPU.</summary>
                    public readonly Tensor batch_sizes;

                    /// <summary>Where each packed sequence stood before; null where they were sorted already.</summary>
                    public readonly Tensor sorted_indices;

                    /// <summary>Where each sequence stands in the pack; null where they were sorted already.</summary>
                    public readonly Tensor unsorted_indices;

                    internal PackedSequence(Tensor data, Tensor batch_sizes, Tensor? sorted_indices, Tensor? unsorted_indices) =>
                        (this.data, this.batch_sizes, this.sorted_indices, this.unsorted_indices) = (data, batch_sizes, sorted_indices!, unsorted_indices!);

                    public PackedSequence MoveToOuterDisposeScope() => Each(tensor => tensor.MoveToOuterDisposeScope());

                    public PackedSequence DetachFromDisposeScope() => Each(tensor => tensor.DetachFromDisposeScope());

                    public PackedSequence MoveToOtherDisposeScope(DisposeScope? other) => Each(tensor => tensor.MoveToOtherDisposeScope(other));

                    public PackedSequence MoveToOtherDisposeScope(PackedSequence other) => Each(tensor => tensor.MoveToOtherDisposeScope(other.data));

                    public void Dispose() => Each(tensor => tensor.Dispose());

                    PackedSequence Each(Action<Tensor> act)
                    {
                        foreach (Tensor? tensor in (Tensor?[])[data, batch_sizes, sorted_indices, unsorted_indices])
                            if (tensor is not null)
                                act(tensor);
                        return this;
                    }
                }
            }
        }
    }
}
