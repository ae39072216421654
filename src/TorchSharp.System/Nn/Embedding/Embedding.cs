using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A learned vector for each of num_embeddings indices: (*) of integers to (*, embedding_dims). Drawn from the standard normal, as PyTorch draws it.</summary>
        public sealed class Embedding : nn.Module<Tensor, Tensor>
        {
            readonly long paddingIndex;
            readonly double? maxNorm;
            readonly double normType;
            readonly bool scaleByFrequency, sparse;

            internal Embedding(Parameter weight, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse) : base(nameof(Embedding))
            {
                long count = weight.shape[0];
                if (padding_idx >= count || padding_idx < -count)
                    throw new ArgumentException($"padding_idx {padding_idx} must be within the {count} embeddings");
                paddingIndex = padding_idx is < 0 ? padding_idx.Value + count : padding_idx ?? -1;
                (maxNorm, normType, scaleByFrequency, this.sparse) = (max_norm, norm_type, scale_grad_by_freq, sparse);
                this.weight = weight;
            }

            internal static Embedding Drawn(long count, long length, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse, Device? device, ScalarType? dtype)
            {
                var made = new Embedding(New(device, dtype, count, length), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
                nn.init.normal_(made.weight!);
                if (made.paddingIndex >= 0)
                {
                    using IDisposable unrecorded = no_grad();
                    using Tensor row = made.weight!.select(0, made.paddingIndex);
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

            public override Tensor forward(Tensor input)
            {
                if (maxNorm is { } limit)
                {
                    using IDisposable unrecorded = no_grad();
                    Ops.embedding_renorm_.Run(weight, input, limit, normType);
                }
                return Ops.embedding.Call(weight, input, paddingIndex, scaleByFrequency, sparse);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A table of vectors to learn; row padding_idx is zero and stays so, rows longer than max_norm are shortened when they are used.</summary>
            public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
                Modules.Embedding.Drawn(num_embeddings, embedding_dims, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse, device, dtype);

            /// <summary>A table of given vectors (num_embeddings, embedding_dims), shared with the tensor where neither type nor device changes; fixed unless freeze is false.</summary>
            public static Embedding Embedding_from_pretrained(Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
                new(Pretrained(embeddings, freeze, device, dtype), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);

            static Parameter Pretrained(Tensor embeddings, bool freeze, Device? device, ScalarType? dtype)
            {
                using Tensor moved = embeddings.to(dtype ?? get_default_dtype(), device ?? get_default_device());
                return new(moved.detach(), !freeze);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op embedding = new("embedding"), embedding_renorm_ = new("embedding_renorm_");
    }
}
