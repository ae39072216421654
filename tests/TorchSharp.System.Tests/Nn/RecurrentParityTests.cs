using static TorchSharp.Tests.Nn.ModuleParity;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.utils.rnn;

namespace TorchSharp.Tests.Nn;

public sealed class RecurrentParityTests
{
    static readonly Dictionary<string, ModuleParity> Modules = new()
    {
        ["RNN"] = Of(() => RNN(3, 5), (rnn, given) => Two(rnn.call(given["0"]))),
        ["RNN relu"] = Of(() => RNN(3, 5, nonLinearity: NonLinearities.ReLU), (rnn, given) => Two(rnn.call(given["0"]))),
        ["RNN deep"] = Of(() => RNN(3, 5, numLayers: 2, bidirectional: true), (rnn, given) => Two(rnn.call(given["0"], given["1"]))),
        ["RNN batch first"] = Of(() => RNN(3, 5, bias: false, batchFirst: true), (rnn, given) => Two(rnn.call(given["0"]))),
        ["RNN packed"] = Of(() => RNN(3, 5, bidirectional: true), (rnn, given) =>
        {
            var (output, h) = rnn.call(Packed(given), given["1"]);
            return [.. Padded(output), h];
        }),
        ["RNNCell"] = Of(() => RNNCell(3, 5), (cell, given) => [cell.call(given["0"], given["1"])]),
        ["RNNCell relu"] = Of(() => RNNCell(3, 5, NonLinearities.ReLU), (cell, given) => [cell.call(given["0"], null)]),
        ["RNNCell unbatched"] = Of(() => RNNCell(3, 5, bias: false), (cell, given) => [cell.call(given["0"], null)]),
        ["GRU"] = Of(() => GRU(3, 5), (gru, given) => Two(gru.call(given["0"]))),
        ["GRU deep"] = Of(() => GRU(3, 5, numLayers: 2, bidirectional: true), (gru, given) => Two(gru.call(given["0"], given["1"]))),
        ["GRU batch first"] = Of(() => GRU(3, 5, bias: false, batchFirst: true), (gru, given) => Two(gru.call(given["0"]))),
        ["GRU packed"] = Of(() => GRU(3, 5, bidirectional: true), (gru, given) =>
        {
            var (output, h) = gru.call(Packed(given), given["1"]);
            return [.. Padded(output), h];
        }),
        ["GRUCell"] = Of(() => GRUCell(3, 5), (cell, given) => [cell.call(given["0"], given["1"])]),
        ["GRUCell unbatched"] = Of(() => GRUCell(3, 5, bias: false), (cell, given) => [cell.call(given["0"], null)]),
        ["LSTM"] = Of(() => LSTM(3, 5), (lstm, given) => Three(lstm.call(given["0"]))),
        ["LSTM deep"] = Of(() => LSTM(3, 5, numLayers: 2, bidirectional: true), (lstm, given) => Three(lstm.call(given["0"], State(given)))),
        ["LSTM batch first"] = Of(() => LSTM(3, 5, bias: false, batchFirst: true), (lstm, given) => Three(lstm.call(given["0"]))),
        ["LSTM packed"] = Of(() => LSTM(3, 5, bidirectional: true), (lstm, given) =>
        {
            var (output, h, c) = lstm.call(Packed(given), State(given));
            return [.. Padded(output), h, c];
        }),
        ["LSTMCell"] = Of(() => LSTMCell(3, 5), (cell, given) => Two(cell.call(given["0"], State(given)))),
        ["LSTMCell unbatched"] = Of(() => LSTMCell(3, 5, bias: false), (cell, given) => Two(cell.call(given["0"]))),
    };

    static Tensor[] Two((Tensor, Tensor) pair) => [pair.Item1, pair.Item2];

    static Tensor[] Three((Tensor, Tensor, Tensor) triple) => [triple.Item1, triple.Item2, triple.Item3];

    static (Tensor, Tensor) State(ParityCase given) => (given["1"], given["1"] * 0.5);

    static PackedSequence Packed(ParityCase given) => pack_padded_sequence(given["0"], tensor([2L, 4L]), enforce_sorted: false);

    static Tensor[] Padded(PackedSequence packed) => Two(pad_packed_sequence(packed));

    public static TheoryData<string> Cases => ModuleParity.Cases("recurrent");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_module_and_its_gradients_are_pytorchs(string name) => Modules[name].Check("recurrent/" + name, absolute: 1e-5);

    [Fact]
    public void A_call_leaves_only_its_results()
    {
        using var lstm = LSTM(3, 5, numLayers: 2, bidirectional: true);
        using Tensor steps = randn([4, 2, 3]), lengths = tensor([4L, 3L]);
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        var (output, h, c) = lstm.call(steps);
        Assert.Equal(before + 3, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        foreach (Tensor tensor in Three((output, h, c)))
            tensor.Dispose();
        using (PackedSequence packed = pack_padded_sequence(steps, lengths, enforce_sorted: false))
        {
            var (out2, h2, c2) = lstm.call(packed);
            foreach (IDisposable made in (IDisposable[])[out2, h2, c2])
                made.Dispose();
        }
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void A_packed_sequence_moves_between_scopes_whole()
    {
        PackedSequence kept;
        using (NewDisposeScope())
            kept = pack_sequence([zeros([2, 3]), zeros([4, 3])], enforce_sorted: false).MoveToOuterDisposeScope();
        Assert.Equal([6L, 3L], kept.data.shape);
        Assert.Equal([2L, 2L, 1L, 1L], kept.batch_sizes.data<long>().ToArray());
        Assert.Equal([1L, 0L], kept.sorted_indices.data<long>().ToArray());
        kept.Dispose();
        Assert.True(kept.data.IsInvalid && kept.unsorted_indices.IsInvalid);
    }

    [Fact]
    public void A_wrong_input_is_named()
    {
        using var gru = GRU(3, 5, batchFirst: true);
        using Tensor flat = zeros([4, 3]);
        Assert.Equal("GRU needs an input of 3 dimensions, (N, T, features), not 2", Assert.Throws<ArgumentException>(() => gru.call(flat)).Message);
        Assert.Throws<ArgumentException>(() => LSTM(3, 0));
        Assert.Throws<ArgumentException>(() => LSTM(3, 5, dropout: 1.5));
    }

    [Fact]
    public void A_plain_network_hands_out_its_weights()
    {
        using var rnn = RNN(3, 5, numLayers: 2);
        Assert.Equal([5L, 3L], rnn.get_weight_ih(0)!.shape);
        Assert.Same(rnn.get_parameter("bias_hh_l1"), rnn.get_bias_hh(1));
        Assert.Null(rnn.get_bias_ih(2));
    }
}
