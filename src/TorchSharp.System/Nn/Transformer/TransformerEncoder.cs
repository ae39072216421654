using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Copies of an encoder layer in a row: (S, N, d_model) to the same.</summary>
        public sealed class TransformerEncoder : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor>
        {
            readonly TransformerEncoderLayer[] layers;
            readonly LayerNorm? norm;

            internal TransformerEncoder(TransformerEncoderLayer layer, long num_layers, LayerNorm? norm = null) : base(nameof(TransformerEncoder))
            {
                layers = new TransformerEncoderLayer[num_layers];
                for (int i = 0; i < layers.Length; i++)
                    layers[i] = layer.Copy();
                register_module("layers", nn.ModuleList(layers));
                if ((this.norm = norm) is not null)
                    register_module("norm", norm!);
            }

            public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
            {
                using DisposeScope scope = NewDisposeScope();
                Tensor x = src;
                foreach (TransformerEncoderLayer layer in layers)
                    x = layer.call(x, src_mask!, src_key_padding_mask!);
                return (norm?.call(x) ?? x.alias()).MoveToOuterDisposeScope();
            }

            public Tensor call(Tensor src, Tensor src_mask) => base.call(src, src_mask, null);

            public Tensor call(Tensor src) => base.call(src, null, null);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>num_layers copies of the layer; the layer itself is left alone.</summary>
            public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) => new(encoder_layer, num_layers);
        }
    }
}
