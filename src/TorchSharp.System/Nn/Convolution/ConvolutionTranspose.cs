using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What transposed convolutions have in common: the gradient of a convolution by its input, as a layer.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] dilation,
        long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
        : base(name, in_channels, out_channels, kernel_size, stride, padding, null, dilation, true, output_padding, groups, bias, padding_mode, device, dtype) { }

    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>With an output size, whole or its spatial part, where several sizes lead to the same input.</summary>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    private protected Tensor Transposed(Op op, Tensor input, long[]? output_size) =>
        op.Call(input, weight, bias, stride, padding, output_size is null ? output_padding : PaddingFor(input, output_size), groups, dilation);

    private protected long[] PaddingFor(Tensor input, long[] output_size)
    {
        int axes = kernel_size.Length;
        long[] shape = input.shape[^axes..], wanted = output_size.Length > axes ? output_size[^axes..] : output_size, extra = new long[axes];
        if (wanted.Length != axes)
            throw new ArgumentException($"output_size must have {axes} or {input.Dimensions} elements, not {output_size.Length}");
        for (int i = 0; i < axes; i++)
        {
            long least = (shape[i] - 1) * stride[i] - 2 * padding![i] + dilation[i] * (kernel_size[i] - 1) + 1;
            extra[i] = wanted[i] - least;
            if (extra[i] < 0 || extra[i] >= stride[i])
                throw new ArgumentException($"output_size {wanted[i]} is not possible: valid sizes range from {least} to {least + stride[i] - 1}");
        }
        return extra;
    }
}
