using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Self-attention, then two linear layers, each followed by dropout, the sum with its input and normalisation (Vaswani et al. 2017): (S, N, d_model) to the same.</summary>
        public sealed class TransformerEncoderLayer : nn.Module<Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor, Tensor>
        {
            readonly Func<TransformerEncoderLayer> another;
            readonly MultiheadAttention attention;
            readonly Linear first, second;
            readonly LayerNorm afterAttention, afterLinear;
            readonly double dropout;
            readonly nn.Activations activation;

            internal TransformerEncoderLayer(long d_model, long nhead, long dim_feedforward, double dropout, nn.Activations activation) : base(nameof(TransformerEncoderLayer))
            {
                (this.dropout, this.activation) = (dropout, activation);
                another = () => new TransformerEncoderLayer(d_model, nhead, dim_feedforward, dropout, activation);
                register_module("self_attn", attention = nn.MultiheadAttention(d_model, nhead, dropout));
                register_module("linear1", first = nn.Linear(d_model, dim_feedforward));
                register_module("linear2", second = nn.Linear(dim_feedforward, d_model));
                register_module("norm1", afterAttention = nn.LayerNorm(d_model));
                register_module("norm2", afterLinear = nn.LayerNorm(d_model));
            }

            public override Tensor forward(Tensor src) => call(src, null!, null!);

            public Tensor call(Tensor src, Tensor src_mask) => call(src, src_mask, null!);

            /// <summary>With a mask (S, S), or (N times heads, S, S), and one of the padding (N, S), as MultiheadAttention takes them, or null.</summary>
            public Tensor call(Tensor src, Tensor src_mask, Tensor src_key_padding_mask)
            {
                using DisposeScope scope = NewDisposeScope();
                Tensor attended = attention.call(src, src, src, src_key_padding_mask, false, src_mask).Item1;
                Tensor x = afterAttention.call(src + Dropped(attended));
                Tensor inner = first.call(x);
                Tensor linear = second.call(Dropped(activation == nn.Activations.GELU ? nn.functional.gelu(inner) : nn.functional.relu(inner)));
                return afterLinear.call(x + Dropped(linear)).MoveToOuterDisposeScope();
            }

            Tensor Dropped(Tensor x) => nn.functional.dropout(x, dropout, training);

            /// <summary>A layer of its own with the same weights.</summary>
            internal TransformerEncoderLayer Copy() => nn.Copy(this, another);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static TransformerEncoderLayer TransformerEncoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(d_model, nhead, dim_feedforward, dropout, activation);

            // A copy draws no random numbers, as a deep copy in PyTorch draws none.
            internal static T Copy<T>(T module, Func<T> another) where T : Module
            {
                using Generator generator = Generator.Default;
                using Tensor state = generator.get_state();
                T made = another();
                generator.set_state(state);
                made.load_state_dict(module.state_dict());
                return made;
            }
        }
    }
}
