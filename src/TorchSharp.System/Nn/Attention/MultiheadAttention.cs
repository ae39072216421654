using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Attention of several heads (Vaswani et al. 2017): query (L, N, E), key (S, N, kdim) and value (S, N, vdim) to outputs (L, N, E) and weights (N, L, S) averaged over heads. Drawn as PyTorch draws it.</summary>
        public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
        {
            readonly long width, heads;
            readonly double dropout;
            readonly bool addZero, packed;
            readonly Linear output;

            internal MultiheadAttention(long embedded_dim, long num_heads, double dropout, bool bias, bool add_bias_kv, bool add_zero_attn, long? kdim, long? vdim) : base(nameof(MultiheadAttention))
            {
                if (num_heads <= 0 || embedded_dim % num_heads != 0)
                    throw new ArgumentException($"embedded_dim {embedded_dim} must be divisible by num_heads {num_heads}");
                (width, heads, this.dropout, addZero) = (embedded_dim, num_heads, dropout, add_zero_attn);
                packed = (kdim ?? width) == width && (vdim ?? width) == width;
                if (packed)
                    SetParameter("in_proj_weight", New(null, null, 3 * width, width));
                else
                    foreach (var (name, size) in (ReadOnlySpan<(string, long)>)[("q_proj_weight", width), ("k_proj_weight", kdim ?? width), ("v_proj_weight", vdim ?? width)])
                        SetParameter(name, New(null, null, width, size));
                if (bias)
                    SetParameter("in_proj_bias", New(null, null, 3 * width));
                output = nn.Linear(width, width, hasBias: bias);
                if (add_bias_kv)
                {
                    SetParameter("bias_k", New(null, null, 1, 1, width));
                    SetParameter("bias_v", New(null, null, 1, 1, width));
                }
                register_module("out_proj", output);
                Draw();
            }

            // The output's weight was drawn when it was made.
            void Draw()
            {
                foreach (string name in (ReadOnlySpan<string>)["in_proj_weight", "q_proj_weight", "k_proj_weight", "v_proj_weight"])
                    if (ParameterOf(name) is { } weight)
                        nn.init.xavier_uniform_(weight);
                if (ParameterOf("in_proj_bias") is { } bias)
                {
                    nn.init.zeros_(bias);
                    nn.init.zeros_(output.bias!);
                }
                foreach (string name in (ReadOnlySpan<string>)["bias_k", "bias_v"])
                    if (ParameterOf(name) is { } extra)
                        nn.init.xavier_normal_(extra);
            }

            /// <summary>attn_mask (L, S) or (N times heads, L, S) and key_padding_mask (N, S) are added to the scores, or, boolean, are true where attention is not allowed. Without need_weights the second result is null.</summary>
            public override Tuple<Tensor, Tensor> forward(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
            {
                using DisposeScope scope = NewDisposeScope();
                long length = query.size(0), batch = query.size(1), size = width / heads;
                var (q, k, v) = Projected(query, key, value);
                Tensor? mask = Merged(attn_mask, key_padding_mask, batch, query);
                if (ParameterOf("bias_k") is { } extra)
                    Append(ref k, ref v, ref mask, extra.expand(1, batch, width), ParameterOf("bias_v")!.expand(1, batch, width));
                if (addZero)
                    Append(ref k, ref v, ref mask, zeros([1, batch, width], k.dtype, k.device), zeros([1, batch, width], k.dtype, k.device));
                (q, k, v) = (Heads(q), Heads(k), Heads(v));
                double p = training ? dropout : 0;
                if (!need_weights)
                {
                    Tensor attended = nn.functional.scaled_dot_product_attention(q, k, v, mask, p);
                    return Tuple.Create(Joined(attended).MoveToOuterDisposeScope(), (Tensor)null!);
                }
                Tensor scores = (q * (1 / Math.Sqrt(size))).matmul(k.transpose(-2, -1));
                Tensor weights = nn.functional.softmax(mask is null ? scores : scores + mask, -1);
                if (p > 0)
                    weights = nn.functional.dropout(weights, p);
                return Tuple.Create(Joined(weights.matmul(v)).MoveToOuterDisposeScope(), weights.mean([1]).MoveToOuterDisposeScope());

                // (L, N, E) to (N, heads, L, E / heads), and back through the output's projection.
                Tensor Heads(Tensor x) => x.reshape(-1, batch, heads, size).permute(1, 2, 0, 3);
                Tensor Joined(Tensor x) => output.call(x.permute(2, 0, 1, 3).reshape(length, batch, width));
            }

            public new Tuple<Tensor, Tensor> call(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
                base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

            (Tensor, Tensor, Tensor) Projected(Tensor query, Tensor key, Tensor value)
            {
                Tensor? bias = ParameterOf("in_proj_bias");
                if (packed && ReferenceEquals(query, key) && ReferenceEquals(key, value))
                {
                    Tensor[] parts = nn.functional.linear(query, ParameterOf("in_proj_weight")!, bias).chunk(3, -1);
                    return (parts[0], parts[1], parts[2]);
                }
                Tensor[] weights = packed ? ParameterOf("in_proj_weight")!.chunk(3, 0) : [ParameterOf("q_proj_weight")!, ParameterOf("k_proj_weight")!, ParameterOf("v_proj_weight")!];
                Tensor[]? biases = bias?.chunk(3, 0);
                return (nn.functional.linear(query, weights[0], biases?[0]), nn.functional.linear(key, weights[1], biases?[1]), nn.functional.linear(value, weights[2], biases?[2]));
            }

            // One mask to add to scores (N, heads, L, S), or none.
            Tensor? Merged(Tensor? attention, Tensor? padding, long batch, Tensor like)
            {
                Tensor? mask = attention is null ? null : Added(attention);
                if (mask?.Dimensions == 3)
                    mask = mask.reshape(batch, heads, mask.size(1), mask.size(2));
                if (padding is null)
                    return mask;
                Tensor padded = Added(padding).reshape(batch, 1, 1, padding.size(1));
                return mask is null ? padded : mask + padded;

                Tensor Added(Tensor given) => given.dtype == ScalarType.Bool
                    ? zeros(given.shape, like.dtype, like.device).masked_fill_(given, double.NegativeInfinity)
                    : given;
            }

            // One more key and value, which every query may attend to.
            static void Append(ref Tensor k, ref Tensor v, ref Tensor? mask, Tensor key, Tensor value)
            {
                k = cat([k, key]);
                v = cat([v, value]);
                mask = mask is null ? null : nn.functional.pad(mask, (0, 1));
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static MultiheadAttention MultiheadAttention(long embedded_dim, long num_heads, double dropout = 0.0, bool bias = true, bool add_bias_kv = false, bool add_zero_attn = false, long? kdim = null, long? vdim = null) =>
                new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim, vdim);
        }
    }
}
