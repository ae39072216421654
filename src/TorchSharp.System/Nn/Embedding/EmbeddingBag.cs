using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    /// <summary>What becomes of the vectors of a bag.</summary>
    public enum EmbeddingBagMode
    {
        Sum = 0,
        Mean = 1,
        Max = 2
    }

    namespace Modules
    {
        /// <summary>The sum, mean or maximum of the vectors of each bag of indices: (B, n), or (n) with the offsets where bags begin, to (B, embedding_dims).</summary>
        public sealed class EmbeddingBag : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
        {
            readonly long? paddingIndex;
            readonly double? maxNorm;
            readonly double normType;
            readonly bool scaleByFrequency, sparse, includeLastOffset;
            readonly EmbeddingBagMode mode;

            internal EmbeddingBag(Parameter weight, double? max_norm, double norm_type, bool scale_grad_by_freq, EmbeddingBagMode mode, bool sparse, bool include_last_offset, long padding_index) : base(nameof(EmbeddingBag))
            {
                (maxNorm, normType, scaleByFrequency, this.mode, this.sparse, includeLastOffset) = (max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset);
                paddingIndex = padding_index < 0 ? null : padding_index;
                this.weight = weight;
            }

            internal static EmbeddingBag Drawn(long count, long length, double? max_norm, double norm_type, bool scale_grad_by_freq, EmbeddingBagMode mode, bool sparse, bool include_last_offset, long padding_index, Device? device, ScalarType? dtype)
            {
                var made = new EmbeddingBag(New(device, dtype, count, length), max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding_index);
                nn.init.normal_(made.weight!);
                if (made.paddingIndex is { } index)
                {
                    using IDisposable unrecorded = no_grad();
                    using Tensor row = made.weight!.select(0, index);
                    row.zero_();
                }
                return made;
            }

            /// <summary>(num_embeddings, embedding_dims).</summary>
            public Parameter? weight
            {
                get => ParameterOf(nameof(weight));
                set => SetParameter(nameof(weight), value);
            }

            public override Tensor forward(Tensor input, Tensor? offsets, Tensor? perSampleWeights)
            {
                if (!input.is_integral())
                    throw new ArgumentException("Embedding input must be an integral tensor.");
                if (offsets is not null && input.dtype != offsets.dtype)
                    throw new ArgumentException("input and offsets must have the same element type.");
                if (input.Dimensions == 2 == offsets is not null)
                    throw new ArgumentException(offsets is null ? "'offsets' must be non-null for a 1-D input." : "'offsets' must be null for a 2-D input.");
                using DisposeScope scope = NewDisposeScope();
                if (offsets is null)
                {
                    offsets = arange(0, input.NumberOfElements, input.size(1), input.dtype, input.device);
                    input = input.reshape(-1);
                    perSampleWeights = perSampleWeights?.reshape(-1);
                }
                if (maxNorm is { } limit)
                {
                    using IDisposable unrecorded = no_grad();
                    Ops.embedding_renorm_.Run(weight, input, limit, normType);
                }
                return Ops.embedding_bag.CallMany(weight, input, offsets, scaleByFrequency, (long)mode, sparse, perSampleWeights, includeLastOffset, paddingIndex)[0]!.MoveToOuterDisposeScope();
            }

            public new Tensor call(Tensor input, Tensor? offsets, Tensor? perSampleWeights) => base.call(input, offsets, perSampleWeights);

            public Tensor call(Tensor input, Tensor offsets) => base.call(input, offsets, null);

            public Tensor call(Tensor input) => base.call(input, null, null);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static EmbeddingBag EmbeddingBag(long num_embeddings, long embedding_dims, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1, Device? device = null, ScalarType? dtype = null) =>
                Modules.EmbeddingBag.Drawn(num_embeddings, embedding_dims, max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding_index, device, dtype);

            public static EmbeddingBag EmbeddingBag_from_pretrained(Tensor embeddings, bool freeze = true, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1, Device? device = null, ScalarType? dtype = null) =>
                new(Pretrained(embeddings, freeze, device, dtype), max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding_index);
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op embedding_bag = new("embedding_bag.padding_idx");
    }
}
