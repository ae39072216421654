using static TorchSharp.Tests.Nn.ModuleParity;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

public sealed class AttentionParityTests
{
    static Tensor Later => full([3L, 3L], double.NegativeInfinity).triu(1);

    static readonly Dictionary<string, ModuleParity> Modules = new()
    {
        ["MultiheadAttention"] = Of(() => MultiheadAttention(4, 2), (attention, given) => Both(attention.call(given["0"], given["1"], given["2"]))),
        ["MultiheadAttention to itself"] = Of(() => MultiheadAttention(4, 2), (attention, given) => [attention.call(given["0"], given["0"], given["0"], need_weights: false, attn_mask: Later).Item1]),
        ["MultiheadAttention masked"] = Of(() => MultiheadAttention(4, 2, bias: false), (attention, given) => Both(attention.call(given["0"], given["1"], given["1"], given["3"], attn_mask: given["2"]))),
        ["MultiheadAttention of other sizes"] = Of(() => MultiheadAttention(4, 2, add_bias_kv: true, add_zero_attn: true, kdim: 3, vdim: 5), (attention, given) => Both(attention.call(given["0"], given["1"], given["2"], given["3"]))),
        ["TransformerEncoderLayer"] = Of(() => TransformerEncoderLayer(4, 2, 6, dropout: 0), (layer, given) => [layer.call(given["0"], Later)]),
        ["TransformerEncoder"] = Of(() => TransformerEncoder(TransformerEncoderLayer(4, 2, 6, dropout: 0, Activations.GELU), 2), (encoder, given) => [encoder.call(given["0"])]),
        ["TransformerDecoderLayer"] = Of(() => TransformerDecoderLayer(4, 2, 6, dropout: 0), (layer, given) => [layer.call(given["0"], given["1"], Later, memory_key_padding_mask: given["2"])]),
        ["TransformerDecoder"] = Of(() => TransformerDecoder(TransformerDecoderLayer(4, 2, 6, dropout: 0), 2), (decoder, given) => [decoder.call(given["0"], given["1"])]),
        ["Transformer"] = Of(() => Transformer(4, 2, 1, 1, 6, dropout: 0), (transformer, given) => [transformer.call(given["0"], given["1"], null!, tgt_mask: Later)]),
    };

    static Tensor[] Both(Tuple<Tensor, Tensor> results) => [results.Item1, results.Item2];

    static readonly Dictionary<string, Func<ParityCase, Tensor>> Functions = new()
    {
        ["scaled_dot_product_attention"] = given => functional.scaled_dot_product_attention(given["q"], given["k"], given["v"]),
        ["scaled_dot_product_attention with a bias"] = given => functional.scaled_dot_product_attention(given["q"], given["k"], given["v"], given["bias"]),
        ["scaled_dot_product_attention masked"] = given => functional.scaled_dot_product_attention(given["q"], given["k"], given["v"], given["mask"]),
        ["scaled_dot_product_attention causal"] = given => functional.scaled_dot_product_attention(given["q"], given["k"], given["v"], is_casual: true),
    };

    public static TheoryData<string> Cases => ModuleParity.Cases("attention");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_module_and_its_gradients_are_pytorchs(string name)
    {
        if (Functions.TryGetValue(name, out Func<ParityCase, Tensor>? run))
            Parity.Nn.Check("attention/" + name, run);
        else
            Modules[name].Check("attention/" + name, relative: 1e-4, absolute: 1e-5);
    }

    [Fact]
    public void The_composed_attention_is_the_one_of_libtorch()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor q = randn([2, 3, 4]), k = randn([2, 5, 4]), v = randn([2, 5, 4]), mask = rand([3, 5]) < 0.7;
        mask[TensorIndex.Colon, 0] = tensor(true);
        Tensor expected = functional.scaled_dot_product_attention(q, k, v, mask), composed = functional.ComposedAttention(q, k, v, mask, 0, false);
        Assert.True(expected.allclose(composed));
        Assert.True(functional.scaled_dot_product_attention(q, k, v, is_casual: true).allclose(functional.ComposedAttention(q, k, v, null, 0, true)));
    }

    [Fact]
    public void Attention_refuses_what_contradicts_itself()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = zeros([1, 2, 2]);
        Assert.Throws<ArgumentException>(() => functional.scaled_dot_product_attention(x, x, x, zeros([2, 2]), is_casual: true));
        Assert.Throws<ArgumentException>(() => functional.scaled_dot_product_attention(x, x, x, p: -0.1));
        Assert.Contains("divisible", Assert.Throws<ArgumentException>(() => MultiheadAttention(5, 2)).Message);
    }

    [Fact]
    public void An_encoder_copies_its_layer_and_leaves_it_alone()
    {
        using DisposeScope scope = NewDisposeScope();
        using var layer = TransformerEncoderLayer(4, 2, 6);
        using var encoder = TransformerEncoder(layer, 3);
        Assert.Equal(3 * layer.parameters().Count(), encoder.parameters().Count());
        encoder.get_parameter("layers.1.linear1.weight")!.Dispose();
        Assert.False(layer.get_parameter("linear1.weight")!.IsInvalid || encoder.get_parameter("layers.0.linear1.weight")!.IsInvalid);
    }

    [Fact]
    public void A_call_leaves_only_its_result()
    {
        using var encoder = TransformerEncoder(TransformerEncoderLayer(4, 2, 6), 2);
        using Tensor tokens = randn([3, 1, 4]);
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        encoder.call(tokens).Dispose();
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }
}
