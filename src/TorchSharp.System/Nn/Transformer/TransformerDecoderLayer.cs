using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Self-attention, attention to a memory, then two linear layers, each followed by dropout, the sum with its input and normalisation (Vaswani et al. 2017): (T, N, d_model) and a memory (S, N, d_model) to (T, N, d_model).</summary>
        public sealed class TransformerDecoderLayer : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
        {
            readonly Func<TransformerDecoderLayer> another;
            readonly MultiheadAttention attention, memoryAttention;
            readonly Linear first, second;
            readonly LayerNorm afterAttention, afterMemory, afterLinear;
            readonly double dropout;
            readonly nn.Activations activation;

            internal TransformerDecoderLayer(long d_model, long nhead, long dim_feedforward, double dropout, nn.Activations activation) : base(nameof(TransformerDecoderLayer))
            {
                (this.dropout, this.activation) = (dropout, activation);
                another = () => new TransformerDecoderLayer(d_model, nhead, dim_feedforward, dropout, activation);
                register_module("self_attn", attention = nn.MultiheadAttention(d_model, nhead, dropout));
                register_module("multihead_attn", memoryAttention = nn.MultiheadAttention(d_model, nhead, dropout));
                register_module("linear1", first = nn.Linear(d_model, dim_feedforward));
                register_module("linear2", second = nn.Linear(dim_feedforward, d_model));
                register_module("norm1", afterAttention = nn.LayerNorm(d_model));
                register_module("norm2", afterMemory = nn.LayerNorm(d_model));
                register_module("norm3", afterLinear = nn.LayerNorm(d_model));
            }

            /// <summary>Masks as MultiheadAttention takes them: (T, T), (T, S), (N, T) and (N, S), or null.</summary>
            public override Tensor forward(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask, Tensor? tgt_key_padding_mask, Tensor? memory_key_padding_mask)
            {
                using DisposeScope scope = NewDisposeScope();
                Tensor attended = attention.call(tgt, tgt, tgt, tgt_key_padding_mask, false, tgt_mask).Item1;
                Tensor x = afterAttention.call(tgt + Dropped(attended));
                Tensor remembered = memoryAttention.call(x, memory, memory, memory_key_padding_mask, false, memory_mask).Item1;
                x = afterMemory.call(x + Dropped(remembered));
                Tensor inner = first.call(x);
                Tensor linear = second.call(Dropped(activation == nn.Activations.GELU ? nn.functional.gelu(inner) : nn.functional.relu(inner)));
                return afterLinear.call(x + Dropped(linear)).MoveToOuterDisposeScope();
            }

            public new Tensor call(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null) =>
                base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

            public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null, null, null, null);

            Tensor Dropped(Tensor x) => nn.functional.dropout(x, dropout, training);

            /// <summary>A layer of its own with the same weights.</summary>
            internal TransformerDecoderLayer Copy() => nn.Copy(this, another);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static TransformerDecoderLayer TransformerDecoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(d_model, nhead, dim_feedforward, dropout, activation);
        }
    }
}
