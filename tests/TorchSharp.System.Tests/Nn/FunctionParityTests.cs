using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Nn;

public sealed class FunctionParityTests
{
    static readonly Dictionary<string, Func<ParityCase, IReadOnlyList<Tensor>>> Functions = new()
    {
        ["normalize"] = given => [normalize(given["x"], 3, 2)],
        ["one_hot"] = given => [one_hot(given["x"], 5)],
        ["pad constant"] = given => [pad(given["x"], (1, 2, 0, 1), value: 0.5)],
        ["pad reflect"] = given => [pad(given["x"], (1, 2), PaddingModes.Reflect)],
        ["pad replicate"] = given => [pad(given["x"], [1, 2], PaddingModes.Replicate)],
        ["pad circular"] = given => [pad(given["x"], (1, 2), PaddingModes.Circular)],
        ["pad every axis"] = given => [pad(given["x"], 1)],
        ["interpolate nearest 1d"] = given => [interpolate(given["x"], scale_factor: [2])],
        ["interpolate nearest 2d"] = given => [interpolate(given["x"], scale_factor: [1.5, 2])],
        ["interpolate nearest 3d"] = given => [upsample_nearest(given["x"], scale_factor: [2, 2, 2])],
        ["interpolate nearest-exact 2d"] = given => [interpolate(given["x"], scale_factor: [1.5, 1.5], mode: InterpolationMode.NearestExact)],
        ["interpolate linear 1d"] = given => [interpolate(given["x"], scale_factor: [2], mode: InterpolationMode.Linear)],
        ["interpolate bilinear 2d"] = given => [upsample_bilinear(given["x"], scale_factor: [2, 2])],
        ["interpolate bicubic 2d"] = given => [interpolate(given["x"], scale_factor: [1.5, 1.2], mode: InterpolationMode.Bicubic)],
        ["interpolate trilinear 3d"] = given => [interpolate(given["x"], scale_factor: [2, 2, 2], mode: InterpolationMode.Trilinear)],
        ["interpolate area 2d"] = given => [interpolate(given["x"], scale_factor: [0.5, 0.5], mode: InterpolationMode.Area)],
        ["interpolate to a size"] = given => [Upsample([4, 9], mode: UpsampleMode.Bilinear, align_corners: true).call(given["x"])],
        ["interpolate recomputed"] = given => [interpolate(given["x"], scale_factor: [1.3, 1.7], mode: InterpolationMode.Bilinear, recompute_scale_factor: true)],
        ["interpolate antialiased"] = given => [interpolate(given["x"], [3, 2], mode: InterpolationMode.Bicubic, antialias: true)],
        ["affine_grid"] = given => [affine_grid(given["theta"], [2, 4, 3, 5], align_corners: true)],
        ["grid_sample zeros"] = given => [grid_sample(given["x"], given["grid"])],
        ["grid_sample border"] = given => [grid_sample(given["x"], given["grid"], padding_mode: GridSamplePaddingMode.Border)],
        ["grid_sample reflection"] = given => [grid_sample(given["x"], given["grid"], padding_mode: GridSamplePaddingMode.Reflection)],
        ["grid_sample nearest"] = given => [grid_sample(given["x"], given["grid"], GridSampleMode.Nearest, align_corners: true)],
        ["unfold"] = given => [Unfold((2, 3), (1, 2), (1, 1), (2, 1)).call(given["x"])],
        ["fold"] = given => [Fold(4, 2, stride: 2).call(given["x"])],
        ["pixel_shuffle"] = given => [PixelShuffle(2).call(given["x"])],
        ["pixel_unshuffle"] = given => [PixelUnshuffle(2).call(given["x"])],
        ["channel_shuffle"] = given => [ChannelShuffle(2).call(given["x"])],
        ["pad_sequence"] = given => [nn.utils.rnn.pad_sequence([given["a"], given["b"]], true, 0.5)],
        ["pack_sequence"] = given =>
        {
            var (padded, lengths) = nn.utils.rnn.pad_packed_sequence(nn.utils.rnn.pack_sequence([given["a"], given["b"]], enforce_sorted: false), batch_first: true);
            return [padded, lengths];
        },
        ["parameters_to_vector"] = given => [nn.utils.parameters_to_vector([new Parameter(given["a"].clone()), new Parameter(given["b"].clone())]).detach()],
        ["clip_grad_norm_ 1.0"] = given => Clipped(given, 1),
        ["clip_grad_norm_ 2.0"] = given => Clipped(given, 2),
        ["clip_grad_norm_ inf"] = given => Clipped(given, double.PositiveInfinity),
    };

    static Tensor[] Clipped(ParityCase given, double norm)
    {
        Parameter[] parameters = [new(given["a"].clone()), new(given["b"].clone())];
        autograd.backward([.. parameters.Select(p => (p * p).sum())]);
        double before = nn.utils.clip_grad_norm_(parameters, 0.7, norm);
        return [tensor((float)before), .. parameters.Select(p => p.grad!)];
    }

    public static TheoryData<string> Cases => ModuleParity.Cases("function");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_function_and_its_gradients_are_pytorchs(string name) => Parity.Nn.CheckAll("function/" + name, Functions[name], absolute: 1e-5);

    [Fact]
    public void Padding_modules_pad_as_the_function_does()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor line = randn([1, 2, 5]), image = randn([1, 2, 5, 5]), volume = randn([1, 1, 4, 4, 4]);
        foreach (var (module, input, expected) in (ReadOnlySpan<(Module<Tensor, Tensor>, Tensor, Tensor)>)
        [
            (ConstantPad1d((1, 2), 0.5), line, pad(line, (1, 2), value: 0.5)), (ConstantPad2d(1, 0.5), image, pad(image, (1, 1, 1, 1), value: 0.5)), (ConstantPad3d((1, 0, 2, 0, 0, 1), 2), volume, pad(volume, [1, 0, 2, 0, 0, 1], value: 2)),
            (ReflectionPad1d(2), line, pad(line, (2, 2), PaddingModes.Reflect)), (ReflectionPad2d((1, 2, 0, 1)), image, pad(image, (1, 2, 0, 1), PaddingModes.Reflect)), (ReflectionPad3d(1), volume, pad(volume, [1, 1, 1, 1, 1, 1], PaddingModes.Reflect)),
            (ReplicationPad1d((0, 3)), line, pad(line, (0, 3), PaddingModes.Replicate)), (ReplicationPad2d(2), image, pad(image, (2, 2, 2, 2), PaddingModes.Replicate)), (ReplicationPad3d(1), volume, pad(volume, [1, 1, 1, 1, 1, 1], PaddingModes.Replicate)),
            (ZeroPad2d((1, 0, 2, 0)), image, pad(image, (1, 0, 2, 0))),
        ])
            Assert.True(module.call(input).Equals(expected), module.GetName());
    }

    [Fact]
    public void Interpolate_says_what_it_cannot_do()
    {
        using Tensor image = zeros([1, 1, 4, 4]);
        Assert.Contains("one of size and scale_factor", Assert.Throws<ArgumentException>(() => interpolate(image)).Message);
        Assert.Contains("2 numbers", Assert.Throws<ArgumentException>(() => interpolate(image, [8])).Message);
        Assert.Contains("mode Linear", Assert.Throws<ArgumentException>(() => interpolate(image, [8, 8], mode: InterpolationMode.Linear)).Message);
        Assert.Contains("align_corners", Assert.Throws<ArgumentException>(() => interpolate(image, [8, 8], align_corners: false)).Message);
    }

    [Fact]
    public void Vectors_go_back_into_parameters_and_values_are_cut()
    {
        using DisposeScope scope = NewDisposeScope();
        Parameter a = new(zeros([2])), b = new(zeros([1, 2]));
        nn.utils.vector_to_parameters(tensor([1f, 2f, 3f, 4f]), [a, b]);
        Assert.Equal([3f, 4f], b.data<float>().ToArray());
        (a * 3).sum().backward();
        nn.utils.clip_grad_value_([a, b], 0.5);
        Assert.Equal([0.5f, 0.5f], a.grad!.data<float>().ToArray());
        Assert.Equal(0, nn.utils.clip_grad_norm_([b], 1));
    }
}
