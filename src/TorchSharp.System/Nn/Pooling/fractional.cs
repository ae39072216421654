namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            internal static void CheckFractional(int axes, long[] kernel_size, long[]? output_size, double[]? output_ratio)
            {
                if (kernel_size.Length != axes || (output_size ?? kernel_size).Length != axes || (output_ratio is not null && output_ratio.Length != axes))
                    throw new ArgumentException($"kernel_size, output_size and output_ratio must contain {axes} elements.");
                if (output_size is null == output_ratio is null)
                    throw new ArgumentNullException(nameof(output_size), "Fractional pooling requires specifying either an output size, or a pooling ratio.");
            }

            static (Tensor, Tensor) Fractional(Op op, int axes, Tensor input, long[] kernel_size, long[]? output_size, double[]? output_ratio)
            {
                CheckFractional(axes, kernel_size, output_size, output_ratio);
                long[] shape = input.shape;
                if (output_size is null)
                {
                    output_size = shape[^axes..];
                    for (int i = 0; i < axes; i++)
                        output_size[i] = (long)(output_size[i] * output_ratio![i]);
                }
                // One place in [0, 1) a sample, channel and axis; without a batch, one sample.
                using Tensor places = rand([shape.Length == axes + 1 ? 1 : shape[0], shape[^(axes + 1)], axes], input.dtype, input.device);
                return op.Call2(input, kernel_size, output_size, places);
            }
        }
    }
}
