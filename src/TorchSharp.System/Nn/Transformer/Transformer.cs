using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Encoder and decoder (Vaswani et al. 2017): a source (S, N, d_model) and a target (T, N, d_model) to (T, N, d_model). Matrices are drawn by xavier_uniform_.</summary>
        public sealed class Transformer : nn.Module<Tensor, Tensor, Tensor>
        {
            readonly TransformerEncoder encoder;
            readonly TransformerDecoder decoder;

            internal Transformer(long d_model, long nhead, long num_encoder_layers, long num_decoder_layers, long dim_feedforward, double dropout, nn.Activations activation) : base(nameof(Transformer))
            {
                using (TransformerEncoderLayer layer = nn.TransformerEncoderLayer(d_model, nhead, dim_feedforward, dropout, activation))
                    register_module("encoder", encoder = new TransformerEncoder(layer, num_encoder_layers, nn.LayerNorm(d_model)));
                using (TransformerDecoderLayer layer = nn.TransformerDecoderLayer(d_model, nhead, dim_feedforward, dropout, activation))
                    register_module("decoder", decoder = new TransformerDecoder(layer, num_decoder_layers, nn.LayerNorm(d_model)));
                foreach (Parameter parameter in parameters())
                    if (parameter.Dimensions > 1)
                        nn.init.xavier_uniform_(parameter);
            }

            public override Tensor forward(Tensor src, Tensor tgt) => call(src, tgt, null!);

            /// <summary>With masks as MultiheadAttention takes them, or null; no hooks run.</summary>
            public Tensor call(Tensor src, Tensor tgt, Tensor src_mask, Tensor? tgt_mask = null, Tensor? memory_mask = null, Tensor? src_key_padding_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
            {
                using Tensor memory = encoder.call(src, src_mask, src_key_padding_mask);
                return decoder.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Transformer Transformer(long d_model = 512, long nhead = 8, long num_encoder_layers = 6, long num_decoder_layers = 6, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(d_model, nhead, num_encoder_layers, num_decoder_layers, dim_feedforward, dropout, activation);
        }
    }
}
