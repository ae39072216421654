using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

/// <summary>The same seed draws what it draws in PyTorch, so that runs can be compared.</summary>
public sealed class DrawnParityTests
{
    static readonly Dictionary<string, Func<nn.Module>> Modules = new()
    {
        ["Linear"] = () => Linear(3, 4),
        ["Bilinear"] = () => Bilinear(2, 3, 4),
        ["Conv1d"] = () => Conv1d(2, 4, 3, groups: 2),
        ["Conv2d"] = () => Conv2d(2, 3, (3, 2)),
        ["Conv3d"] = () => Conv3d(1, 2, 2),
        ["ConvTranspose2d"] = () => ConvTranspose2d(2, 4, 3, groups: 2),
        ["Embedding"] = () => Embedding(4, 3, padding_idx: 1),
        ["EmbeddingBag"] = () => EmbeddingBag(4, 3),
        ["LSTM"] = () => LSTM(2, 3, numLayers: 2, bidirectional: true),
        ["GRU"] = () => GRU(2, 3),
        ["RNN"] = () => RNN(2, 3, bias: false),
        ["LSTMCell"] = () => LSTMCell(2, 3),
        ["GRUCell"] = () => GRUCell(2, 3),
        ["RNNCell"] = () => RNNCell(2, 3),
        ["MultiheadAttention"] = () => MultiheadAttention(4, 2),
        ["MultiheadAttention of other sizes"] = () => MultiheadAttention(4, 2, add_bias_kv: true, kdim: 3, vdim: 2),
        ["BatchNorm2d"] = () => BatchNorm2d(3),
        ["GroupNorm"] = () => GroupNorm(2, 4),
        ["LayerNorm"] = () => LayerNorm(3),
        ["PReLU"] = () => PReLU(2),
        ["TransformerEncoder"] = () => new Both(TransformerEncoder(TransformerEncoderLayer(4, 2, 3), 2), Linear(2, 2)),
        ["Transformer"] = () => Transformer(4, 2, 1, 1, 3),
        ["Sequential"] = () => Sequential(Linear(2, 3), ReLU(), Linear(3, 1)),
    };

    static readonly Dictionary<string, Func<Tensor>> Tensors = new()
    {
        ["kaiming_uniform_"] = () => init.kaiming_uniform_(empty([3, 4]), mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU),
        ["kaiming_normal_"] = () => init.kaiming_normal_(empty([3, 4, 2]), a: 0.1),
        ["xavier_uniform_"] = () => init.xavier_uniform_(empty([3, 4]), 1.5),
        ["xavier_normal_"] = () => init.xavier_normal_(empty([3, 4])),
        ["orthogonal_"] = () => init.orthogonal_(empty([2, 3, 2]), 2),
        ["orthogonal_ tall"] = () => init.orthogonal_(empty([4, 2])),
        ["trunc_normal_"] = () => init.trunc_normal_(empty([3, 4]), 0.5, 0.7, -0.2, 1.2),
        ["sparse_"] = () => init.sparse_(empty([5, 3]), 0.4),
        ["dirac_"] = () => init.dirac_(empty([3, 2, 3, 3])),
        ["eye_"] = () => init.eye_(empty([3, 4])),
        ["normal_"] = () => init.normal_(empty([3]), 1, 2),
        ["uniform_"] = () => init.uniform_(empty([3]), -1, 2),
        ["dropout"] = () => functional.dropout(ones([4, 5]), 0.3),
        ["dropout1d"] = () => functional.dropout1d(ones([2, 4, 3]), 0.3),
        ["dropout2d"] = () => functional.dropout2d(ones([2, 4, 2, 2]), 0.3),
        ["dropout3d"] = () => functional.dropout3d(ones([2, 4, 1, 2, 2]), 0.3),
        ["alpha_dropout"] = () => functional.alpha_dropout(ones([4, 5]), 0.3, training: true),
        ["feature_alpha_dropout"] = () => functional.feature_alpha_dropout(ones([2, 4, 3]), 0.3, training: true),
        ["LSTM with dropout"] = () => LSTM(2, 3, numLayers: 2, dropout: 0.5).call(ones([4, 1, 2])).Item1,
        ["TransformerEncoderLayer with dropout"] = () => TransformerEncoderLayer(4, 2, 3, dropout: 0.5).call(ones([3, 1, 4])),
    };

    // A row of modules that are not of one kind.
    sealed class Both : TorchSharp.Modules.Sequential<Tensor, Tensor>
    {
        internal Both(params nn.Module[] modules) : base(modules) { }

        public override Tensor forward(Tensor input) => throw new NotSupportedException();
    }

    public static TheoryData<string> Cases => ModuleParity.Cases("drawn");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_seed_draws_what_it_draws_in_pytorch(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        ParityCase given = Parity.Nn["drawn/" + name];
        manual_seed(7);
        Dictionary<string, Tensor> drawn = Modules.TryGetValue(name, out Func<nn.Module>? module) ? module().state_dict() : new() { ["0"] = Tensors[name]() };
        Assert.Equal(given.Names("outputs").Order(), drawn.Keys.Order());
        foreach (var (key, tensor) in drawn)
            given.Equal("outputs", key, tensor, 1e-6, 1e-6);
    }

    [Fact]
    public void Every_area_of_the_fixture_is_compared()
    {
        string[] areas = ["activation", "linear", "convolution", "normalization", "pooling", "recurrent", "attention", "loss", "function", "drawn"];
        Assert.Empty(Parity.Nn.Cases.Select(name => name.Split('/')[0]).Distinct().Except(areas));
    }
}
