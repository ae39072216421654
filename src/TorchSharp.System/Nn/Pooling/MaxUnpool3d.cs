using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Puts what MaxPool3d kept back where it was, zeros elsewhere.</summary>
        public sealed class MaxUnpool3d : ParameterLessModule<Tensor, Tensor, long[], Tensor>
        {
            internal MaxUnpool3d(long[] kernel_size, long[]? stride, long[]? padding) : base(nameof(MaxUnpool3d)) => (this.kernel_size, this.stride, this.padding) = (kernel_size, stride, padding);

            public long[] kernel_size { get; set; }
            public long[]? stride { get; set; }
            public long[]? padding { get; set; }

            public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) => nn.functional.max_unpool3d(tensor, indices, kernel_size, stride, padding, output_size);

            public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size!);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static MaxUnpool3d MaxUnpool3d(long kernel_size, long? stride = null, long? padding = null) =>
                new([kernel_size, kernel_size, kernel_size], [stride ?? kernel_size, stride ?? kernel_size, stride ?? kernel_size], [padding ?? 0, padding ?? 0, padding ?? 0]);

            public static MaxUnpool3d MaxUnpool3d((long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null) => new(Each(kernel_size), Each(stride ?? kernel_size), Each(padding, 0));

            public static MaxUnpool3d MaxUnpool3d(long[] kernel_size, long[]? stride = null, long[]? padding = null) => new(kernel_size, stride, padding);

            public static partial class functional
            {
                public static Tensor max_unpool3d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                    Ops.max_unpool3d.Call(input, indices, UnpooledSize(input, kernel_size, stride ?? kernel_size, padding ?? new long[kernel_size.Length], output_size), stride ?? kernel_size, padding ?? new long[kernel_size.Length]);
            }
        }
    }

    internal static partial class Ops
    {
        internal static readonly Op max_unpool3d = new("max_unpool3d");
    }
}
