using static TorchSharp.Tests.Nn.ModuleParity;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

public sealed class LinearParityTests
{
    static readonly Dictionary<string, ModuleParity> Modules = new()
    {
        ["Linear"] = Of(() => Linear(3, 4)),
        ["Linear without bias"] = Of(() => Linear(3, 2, hasBias: false)),
        ["Bilinear"] = OfTwo(() => Bilinear(3, 2, 4)),
        ["Sequential"] = Of(() => Sequential(Linear(3, 5), Tanh(), Linear(5, 2))),
        ["Flatten"] = Of(() => Flatten()),
        ["Unflatten"] = Of(() => Unflatten(-1, [2, 2])),
        ["Identity"] = Of(() => Identity()),
        ["Embedding"] = Of(() => Embedding(6, 3, padding_idx: 2)),
        ["Embedding by frequency"] = Of(() => Embedding(4, 3, scale_grad_by_freq: true)),
        ["Embedding with max_norm"] = Of(() => Embedding(6, 3, max_norm: 0.5)),
        ["EmbeddingBag sum"] = Of(() => EmbeddingBag(6, 3, mode: EmbeddingBagMode.Sum), (bag, given) => [bag.call(given["0"])]),
        ["EmbeddingBag mean"] = Of(() => EmbeddingBag(6, 3), (bag, given) => [bag.call(given["0"])]),
        ["EmbeddingBag max"] = Of(() => EmbeddingBag(6, 3, mode: EmbeddingBagMode.Max), (bag, given) => [bag.call(given["0"])]),
        ["EmbeddingBag with offsets"] = Of(() => EmbeddingBag(6, 3, mode: EmbeddingBagMode.Sum, padding_index: 1), (bag, given) => [bag.call(given["0"], given["1"])]),
        ["EmbeddingBag weighted"] = Of(() => EmbeddingBag(6, 3, mode: EmbeddingBagMode.Sum), (bag, given) => [bag.call(given["0"], null, given["1"])]),
        ["CosineSimilarity"] = OfTwo(() => CosineSimilarity()),
        ["PairwiseDistance"] = OfTwo(() => PairwiseDistance(keepdim: true)),
    };

    public static TheoryData<string> Cases => ModuleParity.Cases("linear");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_module_and_its_gradients_are_pytorchs(string name) => Modules[name].Check("linear/" + name);

    [Fact]
    public void A_pretrained_embedding_is_frozen_and_leaves_its_source_as_it_was()
    {
        using Tensor table = tensor(new float[,] { { 1, 2 }, { 3, 4 } }), indices = tensor([1L, 0L]);
        using (var embedding = Embedding_from_pretrained(table))
        {
            Assert.False(embedding.weight!.requires_grad);
            using Tensor rows = embedding.call(indices);
            Assert.Equal([3f, 4f, 1f, 2f], rows.data<float>().ToArray());
        }
        Assert.False(table.IsInvalid);
        using var trained = Embedding_from_pretrained(table, freeze: false);
        Assert.True(trained.weight!.requires_grad);
        Assert.False(table.requires_grad);
    }

    [Fact]
    public void An_embedding_bag_says_what_its_input_lacks()
    {
        using var bag = EmbeddingBag(4, 2);
        using Tensor line = tensor([1L, 2L]), table = tensor(new long[,] { { 1, 2 } });
        Assert.Contains("'offsets' must be non-null", Assert.Throws<ArgumentException>(() => bag.call(line)).Message);
        Assert.Contains("'offsets' must be null", Assert.Throws<ArgumentException>(() => bag.call(table, line)).Message);
    }
}
