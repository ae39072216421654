using static TorchSharp.Tests.Nn.ModuleParity;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

public sealed class NormalizationParityTests
{
    static readonly Dictionary<string, ModuleParity> Modules = new()
    {
        ["BatchNorm1d"] = Of(() => BatchNorm1d(3)),
        ["BatchNorm1d evaluated"] = Of(() => Evaluated(BatchNorm1d(3))),
        ["BatchNorm2d"] = Of(() => BatchNorm2d(3)),
        ["BatchNorm2d evaluated"] = Of(() => Evaluated(BatchNorm2d(3))),
        ["BatchNorm3d"] = Of(() => BatchNorm3d(3)),
        ["BatchNorm3d evaluated"] = Of(() => Evaluated(BatchNorm3d(3))),
        ["BatchNorm1d of sequences"] = Of(() => BatchNorm1d(3, momentum: 0.3, eps: 0.1)),
        ["BatchNorm2d bare"] = Of(() => BatchNorm2d(3, affine: false, track_running_stats: false)),
        ["BatchNorm2d bare evaluated"] = Of(() => Evaluated(BatchNorm2d(3, affine: false, track_running_stats: false))),
        ["InstanceNorm1d"] = Of(() => InstanceNorm1d(3)),
        ["InstanceNorm2d"] = Of(() => InstanceNorm2d(3, affine: true, track_running_stats: true)),
        ["InstanceNorm2d evaluated"] = Of(() => Evaluated(InstanceNorm2d(3, affine: true, track_running_stats: true))),
        ["InstanceNorm3d"] = Of(() => InstanceNorm3d(2, affine: true)),
        ["LayerNorm"] = Of(() => LayerNorm(4)),
        ["LayerNorm over two"] = Of(() => LayerNorm([3, 4], eps: 0.1)),
        ["LayerNorm bare"] = Of(() => LayerNorm(4, elementwise_affine: false)),
        ["GroupNorm"] = Of(() => GroupNorm(2, 4)),
        ["GroupNorm bare"] = Of(() => GroupNorm(4, 4, eps: 0.1, affine: false)),
        ["LocalResponseNorm"] = Of(() => LocalResponseNorm(3, alpha: 0.5, beta: 0.6, k: 1.2)),
    };

    static T Evaluated<T>(T module) where T : nn.Module
    {
        module.eval();
        return module;
    }

    public static TheoryData<string> Cases => ModuleParity.Cases("normalization");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_module_and_its_gradients_are_pytorchs(string name) => Modules[name].Check("normalization/" + name, absolute: 1e-5);

    [Fact]
    public void Batch_norm_refuses_what_it_cannot_normalise()
    {
        using var norm = BatchNorm2d(3);
        using Tensor single = zeros(1, 3, 1, 1), flat = zeros(2, 3);
        Assert.Contains("more than 1 value per channel", Assert.Throws<ArgumentException>(() => norm.call(single)).Message);
        Assert.Contains("expected 4D input", Assert.Throws<ArgumentException>(() => norm.call(flat)).Message);
        norm.eval();
        norm.call(single).Dispose();
    }

    [Fact]
    public void Without_momentum_the_running_mean_is_the_mean_of_all_batches()
    {
        using var norm = BatchNorm1d(1);
        norm.momentum = null;
        using Tensor first = tensor(new float[,] { { 1 }, { 3 } }), second = tensor(new float[,] { { 5 }, { 7 } });
        norm.call(first).Dispose();
        norm.call(second).Dispose();
        Assert.Equal(4f, norm.running_mean!.item<float>());
        norm.reset_running_stats();
        Assert.Equal(0f, norm.running_mean!.item<float>());
        Assert.Equal(0L, norm.num_batches_tracked!.item<long>());
    }

    [Fact]
    public void Converting_keeps_the_count_of_batches_whole()
    {
        using var norm = BatchNorm2d(2).to(float64);
        Assert.Equal(float64, norm.running_var!.dtype);
        Assert.Equal(float64, norm.weight.dtype);
        Assert.Equal(int64, norm.num_batches_tracked!.dtype);
    }
}
