using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Joins the axes from start_dim to end_dim into one: (N, C, H, W) to (N, C H W) by default.</summary>
        public sealed class Flatten : ParameterLessModule<Tensor, Tensor>
        {
            internal Flatten(long start_dim, long end_dim) : base(nameof(Flatten)) => (this.start_dim, this.end_dim) = (start_dim, end_dim);

            public long start_dim { get; set; }
            public long end_dim { get; set; }

            public override Tensor forward(Tensor input) => Ops.flatten.Call(input, start_dim, end_dim);
        }

        /// <summary>Splits one axis into several: (N, C H W) to (N, C, H, W) with dim 1 and unflattened_size [C, H, W].</summary>
        public sealed class Unflatten : ParameterLessModule<Tensor, Tensor>
        {
            internal Unflatten(long dim, long[] unflattened_size) : base(nameof(Unflatten)) => (this.dim, this.unflattened_size) = (dim, unflattened_size);

            public long dim { get; set; }
            public long[] unflattened_size { get; set; }

            public override Tensor forward(Tensor tensor)
            {
                long[] shape = tensor.shape;
                int axis = (int)(dim < 0 ? dim + shape.Length : dim);
                return Ops.view.Call(tensor, (long[])[.. shape[..axis], .. unflattened_size, .. shape[(axis + 1)..]]);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

            public static Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);
        }
    }
}
