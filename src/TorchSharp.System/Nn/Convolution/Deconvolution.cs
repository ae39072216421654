using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// A transposed convolution of images on the CPU, computed as what it is: the gradient of a convolution by its input. So oneDNN computes it, in bfloat16 too.
/// libtorch before 2.0 has a loop over images of its own instead, which autocast leaves in float32.
/// </summary>
internal sealed class Deconvolution : autograd.SingleTensorFunction<Deconvolution>
{
    static readonly bool IsFaster = int.Parse(__version__.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture) < 2;
    static readonly bool[] ByInput = [true, false, false], ByWeight = [false, true, false];
    static readonly long[] None = [0, 0];

    sealed record Shape(long[] Stride, long[] Padding, long[] Dilation, long Groups);

    public override string Name => "Deconvolution";

    /// <summary>conv_transpose2d of images (N, C, H, W): by libtorch's operator, or by oneDNN where that is faster.</summary>
    internal static Tensor Call(Tensor input, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] output_padding, long groups, long[] dilation)
    {
        if (!IsFaster || input.Dimensions != 4 || weight.Dimensions != 4 || !OneDnn(input) || !OneDnn(weight))
            return Ops.conv_transpose2d.Call(input, weight, bias, stride, padding, output_padding, groups, dilation);
        using var scope = NewDisposeScope();
        if (Bridge.bridge_autocast_type((int)DeviceType.CPU) is var type and >= 0)
            (input, weight) = (input.to((ScalarType)type), weight.to((ScalarType)type));
        else if (input.dtype != weight.dtype)
            return Ops.conv_transpose2d.Call(input, weight, bias, stride, padding, output_padding, groups, dilation); // says what is wrong
        Tensor result = apply(input, weight, Pair(output_padding), new Shape(Pair(stride), Pair(padding), Pair(dilation), groups)); // (N, C', H', W')
        return (bias is null ? result : result + bias.to(result.dtype).view(1, -1, 1, 1)).MoveToOuterDisposeScope();
    }

    static long[] Pair(long[] lengths) => lengths.Length == 1 ? [lengths[0], lengths[0]] : lengths;

    static bool OneDnn(Tensor tensor) => tensor.device_type == DeviceType.CPU && tensor.dtype is ScalarType.Float32 or ScalarType.BFloat16;

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var (input, weight, extra, shape) = ((Tensor)vars[0], (Tensor)vars[1], (long[])vars[2], (Shape)vars[3]);
        ctx.save_for_backward([input, weight]);
        ctx.save_data("shape", shape);
        long[] of = input.shape, kernel = weight.shape;
        long Length(int axis) => (of[axis + 2] - 1) * shape.Stride[axis] - 2 * shape.Padding[axis] + shape.Dilation[axis] * (kernel[axis + 2] - 1) + extra[axis] + 1;
        using Tensor output = empty([of[0], kernel[1] * shape.Groups, Length(0), Length(1)], dtype: input.dtype); // only its shape is read
        return Gradient(input, output, weight, shape, ByInput)[0]!;
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor gradient)
    {
        List<Tensor> saved = ctx.get_saved_variables();
        using Tensor input = saved[0], weight = saved[1];
        var shape = (Shape)ctx.get_data("shape");
        Tensor byInput = Ops.convolution.Call(gradient, weight, Arg.None, shape.Stride, shape.Padding, shape.Dilation, false, None, shape.Groups);
        return [byInput, Gradient(input, gradient, weight, shape, ByWeight)[1]!, null!, null!];
    }

    // Of the convolution that leads from output back to input, with input in the place of its gradient.
    static Tensor?[] Gradient(Tensor input, Tensor output, Tensor weight, Shape shape, bool[] wanted) =>
        Ops.convolution_backward.CallMany(input, output, weight, Arg.None, shape.Stride, shape.Padding, shape.Dilation, false, None, shape.Groups, wanted);
}

internal static partial class Ops
{
    internal static readonly Op convolution = new("convolution"), convolution_backward = new("convolution_backward");
}
