namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Packs a padded batch (T, N, *), or (N, T, *) with batch_first, whose lengths (N) must fall unless enforce_sorted is false.</summary>
                public static PackedSequence pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    using DisposeScope scope = NewDisposeScope();
                    Tensor counts = lengths.to(ScalarType.Int64, CPU);
                    if (enforce_sorted)
                        return Packed(input, counts, null, null);
                    var (sorted, order) = counts.sort(0, descending: true);
                    Tensor sortedIndices = order.to(input.device), unsorted = zeros_like(sortedIndices);
                    unsorted.scatter_(0, sortedIndices, arange(order.NumberOfElements, device: input.device));
                    return Packed(input.index_select(batch_first ? 0 : 1, sortedIndices), sorted, sortedIndices, unsorted);

                    PackedSequence Packed(Tensor padded, Tensor falling, Tensor? sortedIndices, Tensor? unsortedIndices)
                    {
                        var (data, batchSizes) = Ops.pack_padded_sequence.Call2(padded, falling, batch_first);
                        return new PackedSequence(data, batchSizes, sortedIndices, unsortedIndices).MoveToOuterDisposeScope();
                    }
                }

                /// <summary>The padded batch (T, N, *), or (N, T, *), of a pack, in the order before packing, and its lengths.</summary>
                public static (Tensor, Tensor) pad_packed_sequence(PackedSequence sequence, bool batch_first = false, double padding_value = 0.0, long? total_length = null)
                {
                    var (padded, lengths) = Ops.pad_packed_sequence.Call2(sequence.data, sequence.batch_sizes, batch_first, padding_value, total_length ?? -1);
                    if (sequence.unsorted_indices is null)
                        return (padded, lengths);
                    using (padded)
                    using (lengths)
                    using (Tensor places = sequence.unsorted_indices.cpu())
                        return (padded.index_select(batch_first ? 0 : 1, sequence.unsorted_indices), lengths.index_select(0, places));
                }

                /// <summary>Sequences (L, *) of different lengths as one batch (T, N, *), or (N, T, *).</summary>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0.0) =>
                    Ops.pad_sequence.Call((Tensor[])[.. sequences], batch_first, padding_value);

                /// <summary>Packs sequences (L, *), the longest first unless enforce_sorted is false.</summary>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    Tensor[] all = [.. sequences];
                    using Tensor padded = pad_sequence(all), lengths = torch.tensor(Array.ConvertAll(all, sequence => sequence.size(0)));
                    return pack_padded_sequence(padded, lengths, enforce_sorted: enforce_sorted);
                }
            }
        }
    }
}

internal static partial class Ops
{
    internal static readonly Op pack_padded_sequence = new("_pack_padded_sequence"), pad_packed_sequence = new("_pad_packed_sequence"), pad_sequence = new("pad_sequence");
}
