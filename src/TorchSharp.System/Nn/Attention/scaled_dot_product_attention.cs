namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            // libtorch has it from 2.0 on.
            static readonly Op fusedAttention = new("scaled_dot_product_attention");
            static readonly bool fuses = fusedAttention.Exists;

            /// <summary>softmax(Q K^T / sqrt(E) + mask) V (Vaswani et al. 2017): query (*, L, E), key (*, S, E), value (*, S, Ev) to (*, L, Ev). A boolean mask (*, L, S) is true where attention is allowed; is_casual allows what is not later; dropout with probability p happens whenever p is not 0.</summary>
            /// <exception cref="ArgumentException">p is negative, or both a mask and is_casual are given.</exception>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false)
            {
                if (p < 0)
                    throw new ArgumentException("Dropout probability must be greater than or equal to zero.");
                if (is_casual && attn_mask is not null)
                    throw new ArgumentException("Casual attention masking cannot pass a mask.");
                return fuses
                    ? fusedAttention.Call(query, key, value, attn_mask, p, is_casual)
                    : ComposedAttention(query, key, value, attn_mask, p, is_casual);
            }

            internal static Tensor ComposedAttention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask, double p, bool is_casual)
            {
                using DisposeScope scope = NewDisposeScope();
                Tensor scores = (query * (1 / Math.Sqrt(query.size(-1)))).matmul(key.transpose(-2, -1));
                if (is_casual)
                    scores = scores + Later(query.size(-2), key.size(-2), query);
                else if (attn_mask is not null)
                    scores = scores + AsBias(attn_mask, query);
                Tensor weights = softmax(scores, -1);
                if (p > 0)
                    weights = dropout(weights, p);
                return weights.matmul(value).MoveToOuterDisposeScope();
            }

            // -infinity where a key comes after the query.
            static Tensor Later(long queries, long keys, Tensor like) => full([queries, keys], double.NegativeInfinity, like.dtype, like.device).triu_(1);

            // What a boolean mask adds to scores: -infinity where it is false.
            static Tensor AsBias(Tensor mask, Tensor like) => mask.dtype == ScalarType.Bool
                ? zeros(mask.shape, like.dtype, like.device).masked_fill_(mask.logical_not(), double.NegativeInfinity)
                : mask;
        }
    }
}
