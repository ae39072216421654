using static TorchSharp.Tests.Nn.ModuleParity;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

public sealed class PoolingParityTests
{
    static readonly Dictionary<string, ModuleParity> Modules = new()
    {
        ["MaxPool1d"] = Of(() => MaxPool1d(3, stride: 2, padding: 1, dilation: 1, ceil_mode: true)),
        ["MaxPool2d"] = Of(() => MaxPool2d(2)),
        ["MaxPool2d strided"] = Of(() => MaxPool2d((3, 2), stride: (1, 2), padding: (1, 0), dilation: (2, 1))),
        ["MaxPool3d"] = Of(() => MaxPool3d([1, 2, 2])),
        ["AvgPool1d"] = Of(() => AvgPool1d(3, stride: 2, padding: 1, count_include_pad: false)),
        ["AvgPool2d"] = Of(() => AvgPool2d((2, 3), padding: (1, 0), ceil_mode: true)),
        ["AvgPool2d divided"] = Of(() => AvgPool2d(2, divisor_override: 3)),
        ["AvgPool3d"] = Of(() => AvgPool3d(2, stride: 1)),
        ["AdaptiveAvgPool1d"] = Of(() => AdaptiveAvgPool1d(3)),
        ["AdaptiveAvgPool2d"] = Of(() => AdaptiveAvgPool2d((2, 3))),
        ["AdaptiveAvgPool3d"] = Of(() => AdaptiveAvgPool3d((2, 3, 1))),
        ["AdaptiveMaxPool1d"] = Of(() => AdaptiveMaxPool1d(3)),
        ["AdaptiveMaxPool2d"] = Of(() => AdaptiveMaxPool2d([2, 3])),
        ["AdaptiveMaxPool3d"] = Of(() => AdaptiveMaxPool3d([2, 3, 1])),
        ["LPPool1d"] = Of(() => LPPool1d(3, 2, stride: 1)),
        ["LPPool2d"] = Of(() => LPPool2d(2, [2, 3])),
        ["MaxUnpool1d"] = Of(() => MaxUnpool1d(2), (module, given) =>
        {
            var (pooled, indices) = MaxPool1d(2).forward_with_indices(given["input"]);
            return [module.call(pooled, indices)];
        }),
        ["MaxUnpool2d"] = Of(() => MaxUnpool2d((2, 1)), (module, given) =>
        {
            var (pooled, indices) = MaxPool2d((2, 1)).forward_with_indices(given["input"]);
            return [module.call(pooled, indices)];
        }),
        ["MaxUnpool3d"] = Of(() => MaxUnpool3d((1, 2, 2)), (module, given) =>
        {
            var (pooled, indices) = MaxPool3d((1, 2, 2)).forward_with_indices(given["input"]);
            return [module.call(pooled, indices)];
        }),
    };

    public static TheoryData<string> Cases => ModuleParity.Cases("pooling");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_module_and_its_gradients_are_pytorchs(string name) => Modules[name].Check("pooling/" + name);

    [Fact]
    public void A_window_overload_is_the_one_of_arrays()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor image = randn([1, 2, 6, 6]);
        Tensor expected = functional.max_pool2d(image, [3, 3], [2, 2], [1, 1]);
        Assert.True(expected.Equals(functional.max_pool2d(image, 3, 2, 1)));
        Assert.True(expected.Equals(functional.max_pool2d(image, (3, 3), (2, 2), (1, 1))));
        Assert.True(expected.Equals(MaxPool2d(3, 2, 1).call(image)));
        expected = functional.avg_pool2d(image, [2, 2]);
        Assert.True(expected.Equals(functional.avg_pool2d(image, 2)));
        Assert.True(expected.Equals(functional.avg_pool2d(image, (2, 2))));
        Assert.True(functional.adaptive_avg_pool2d(image, 2).Equals(functional.adaptive_avg_pool2d(image, [2, 2])));
    }

    [Fact]
    public void Fractional_pooling_keeps_elements_of_the_input()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor image = randn([2, 3, 7, 7]), volume = randn([1, 2, 5, 5, 5]);
        var (values, indices) = FractionalMaxPool2d(2, output_size: 4).forward_with_indices(image);
        Assert.Equal([2L, 3L, 4L, 4L], values.shape);
        Assert.True(values.flatten(2).Equals(image.flatten(2).gather(2, indices.flatten(2))));
        Assert.Equal([1L, 2L, 2L, 2L, 2L], FractionalMaxPool3d(2, output_ratio: 0.5).call(volume).shape);
        Assert.Throws<ArgumentNullException>(() => FractionalMaxPool2d(2));
    }
}
