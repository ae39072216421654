using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Copies of a decoder layer in a row: (T, N, d_model) and a memory (S, N, d_model) to (T, N, d_model).</summary>
        public sealed class TransformerDecoder : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>
        {
            readonly TransformerDecoderLayer[] layers;
            readonly LayerNorm? norm;

            internal TransformerDecoder(TransformerDecoderLayer layer, long num_layers, LayerNorm? norm = null) : base(nameof(TransformerDecoder))
            {
                layers = new TransformerDecoderLayer[num_layers];
                for (int i = 0; i < layers.Length; i++)
                    layers[i] = layer.Copy();
                register_module("layers", nn.ModuleList(layers));
                if ((this.norm = norm) is not null)
                    register_module("norm", norm!);
            }

            public override Tensor forward(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
            {
                using DisposeScope scope = NewDisposeScope();
                Tensor x = tgt;
                foreach (TransformerDecoderLayer layer in layers)
                    x = layer.call(x, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
                return (norm?.call(x) ?? x.alias()).MoveToOuterDisposeScope();
            }

            public new Tensor call(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null) =>
                base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

            public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null, null, null, null);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>num_layers copies of the layer; the layer itself is left alone.</summary>
            public static TransformerDecoder TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers) => new(decoder_layer, num_layers);
        }
    }
}
