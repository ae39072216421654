namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Reads an image (N, C, H, W) at the places (N, H', W', 2) of a grid, x then y, in [-1, 1]; volumes alike (Jaderberg et al. 2015).</summary>
            public static Tensor grid_sample(Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear, GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null) =>
                Ops.grid_sampler.Call(input, grid, mode == GridSampleMode.Nearest ? 1 : 0,
                    padding_mode switch { GridSamplePaddingMode.Border => 1, GridSamplePaddingMode.Reflection => 2, _ => 0 }, align_corners ?? false);

            /// <summary>The grid of an affine map theta (N, 2, 3) or (N, 3, 4) for an image of that size, (N, C, H, W) or (N, C, D, H, W).</summary>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false) =>
                Ops.affine_grid_generator.Call(theta, size ?? throw new ArgumentNullException(nameof(size)), align_corners);

            /// <summary>Class indices (*) as rows (*, num_classes) of zeros with a one; -1 takes as many classes as there are.</summary>
            /// <exception cref="ArgumentException">The indices are not Int64.</exception>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => x.dtype == ScalarType.Int64
                ? Ops.one_hot.Call(x, num_classes)
                : throw new ArgumentException("OneHot input tensor must have elements of type Int64");
        }
    }
}

internal static partial class Ops
{
    internal static readonly Op grid_sampler = new("grid_sampler"), affine_grid_generator = new("affine_grid_generator"), one_hot = new("one_hot");
}
