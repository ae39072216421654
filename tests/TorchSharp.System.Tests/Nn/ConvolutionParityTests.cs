using static TorchSharp.Tests.Nn.ModuleParity;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

public sealed class ConvolutionParityTests
{
    static readonly Dictionary<string, ModuleParity> Modules = new()
    {
        ["Conv1d"] = Of(() => Conv1d(4, 3, 3)),
        ["Conv1d same"] = Of(() => Conv1d(4, 3, 4, Padding.Same, dilation: 2)),
        ["Conv1d causal"] = Of(() => Conv1d(4, 4, 2, padding: 2, dilation: 2, groups: 2)),
        ["Conv2d"] = Of(() => Conv2d(4, 3, 3)),
        ["Conv2d strided"] = Of(() => Conv2d(4, 6, (3, 2), stride: (2, 1), padding: (1, 0), dilation: (1, 2), groups: 2, bias: false)),
        ["Conv2d same"] = Of(() => Conv2d(4, 2, (5, 3), Padding.Same)),
        ["Conv2d reflect"] = Of(() => Conv2d(4, 2, (3, 3), padding: (1, 2), padding_mode: PaddingModes.Reflect)),
        ["Conv2d replicate"] = Of(() => Conv2d(4, 2, (3, 3), padding: (1, 2), padding_mode: PaddingModes.Replicate)),
        ["Conv2d circular"] = Of(() => Conv2d(4, 2, (3, 3), padding: (1, 2), padding_mode: PaddingModes.Circular)),
        ["Conv2d same reflect"] = Of(() => Conv2d(4, 2, (2, 3), Padding.Same, padding_mode: PaddingModes.Reflect)),
        ["Conv2d unbatched"] = Of(() => Conv2d(4, 2, 3)),
        ["Conv3d"] = Of(() => Conv3d(2, 3, (2, 3, 3), padding: (0, 1, 1))),
        ["ConvTranspose1d"] = Of(() => ConvTranspose1d(4, 3, 3, stride: 2, padding: 1, output_padding: 1)),
        ["ConvTranspose2d"] = Of(() => ConvTranspose2d(4, 2, 4, stride: 2, padding: 1)),
        ["ConvTranspose2d grouped"] = Of(() => ConvTranspose2d(4, 6, (3, 2), stride: (2, 3), padding: (1, 0), output_padding: (1, 2), dilation: (1, 2), groups: 2, bias: false)),
        ["ConvTranspose2d to a size"] = Of(() => ConvTranspose2d(4, 2, 3, stride: 2), (module, given) => [module.forward(given["0"], [14, 12])]),
        ["ConvTranspose3d"] = Of(() => ConvTranspose3d(2, 3, 2, stride: 2)),
    };

    public static TheoryData<string> Cases => ModuleParity.Cases("convolution");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_module_and_its_gradients_are_pytorchs(string name) => Modules[name].Check("convolution/" + name, absolute: 1e-5);

    [Fact]
    public void The_functions_compute_what_the_modules_do()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor line = randn([1, 2, 9]), image = randn([1, 2, 9, 8]), volume = randn([1, 2, 5, 5, 5]);
        var one = Conv1d(2, 3, 3, stride: 2, padding: 1);
        Same(one.call(line), functional.conv1d(line, one.weight, one.bias, stride: 2, padding: 1));
        var two = Conv2d(2, 3, 3, stride: 2, padding: 1);
        Same(two.call(image), functional.conv2d(image, two.weight, two.bias, [2, 2], [1, 1]));
        two.SetPadding([2, 0]);
        Same(two.call(image), functional.conv2d(image, two.weight, two.bias, [2, 2], [2, 0]));
        var three = Conv3d(2, 3, 3, Padding.Same);
        Same(three.call(volume), functional.conv3d_padding(volume, three.weight, three.bias, padding: Padding.Same));
        var back = ConvTranspose2d(2, 3, 3, stride: 2, output_padding: 1);
        Same(back.call(image), functional.conv_transpose2d(image, back.weight, back.bias, [2, 2], output_padding: [1, 1]));
        var up = ConvTranspose1d(2, 3, 3, stride: 2);
        Same(up.call(line), functional.conv_transpose1d(line, up.weight, up.bias, stride: 2));
        var deep = ConvTranspose3d(2, 3, 2, stride: 2);
        Same(deep.call(volume), functional.conv_transpose3d(volume, deep.weight, deep.bias, [2, 2, 2]));
    }

    static void Same(Tensor one, Tensor other) => Assert.True(one.Equals(other));

    [Fact]
    public void Bad_settings_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Conv2d(1, 1, 3, Padding.Same, stride: 2));
        Assert.Throws<ArgumentException>(() => ConvTranspose2d(1, 1, 3, padding_mode: PaddingModes.Reflect));
        using var up = ConvTranspose2d(1, 1, 3, stride: 2);
        using Tensor image = zeros(1, 1, 4, 4);
        Assert.Contains("9 to 10", Assert.Throws<ArgumentException>(() => up.forward(image, [11, 9])).Message);
        using var convolution = Conv2d(3, 1, 3);
        Assert.Contains("to have 3 channels, but got 1 channels", Assert.ThrowsAny<Exception>(() => convolution.call(image)).Message);
    }
}
