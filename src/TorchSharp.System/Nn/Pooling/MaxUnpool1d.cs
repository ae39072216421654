using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Puts what MaxPool1d kept back where it was, zeros elsewhere.</summary>
        public sealed class MaxUnpool1d : ParameterLessModule<Tensor, Tensor, long[], Tensor>
        {
            internal MaxUnpool1d(long kernel_size, long? stride, long? padding) : base(nameof(MaxUnpool1d)) => (this.kernel_size, this.stride, this.padding) = (kernel_size, stride, padding);

            public long kernel_size { get; set; }
            public long? stride { get; set; }
            public long? padding { get; set; }

            public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) => nn.functional.max_unpool1d(tensor, indices, kernel_size, stride, padding, output_size);

            public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size!);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static MaxUnpool1d MaxUnpool1d(long kernel_size, long? stride = null, long? padding = null) => new(kernel_size, stride, padding);

            public static partial class functional
            {
                public static Tensor max_unpool1d(Tensor input, Tensor indices, long kernel_size, long? stride = null, long? padding = null, long[]? output_size = null)
                {
                    long[] size = UnpooledSize(input, [kernel_size], [stride ?? kernel_size], [padding ?? 0], output_size);
                    using Tensor image = input.unsqueeze(-1), where = indices.unsqueeze(-1), filled = Ops.max_unpool2d.Call(image, where, (long[])[size[0], 1]);
                    return filled.squeeze(-1);
                }

                // The spatial lengths that pooling came from: as asked for, or the least of them.
                static long[] UnpooledSize(Tensor input, long[] kernel, long[] stride, long[] padding, long[]? wanted)
                {
                    int axes = kernel.Length;
                    if (wanted is { Length: > 0 })
                        return wanted.Length >= axes ? wanted[^axes..] : throw new ArgumentException($"output_size must have {axes} elements, not {wanted.Length}");
                    long[] size = input.shape[^axes..];
                    for (int i = 0; i < axes; i++)
                        size[i] = (size[i] - 1) * stride[i] + kernel[i] - 2 * padding[i];
                    return size;
                }
            }
        }
    }
}
