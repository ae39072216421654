using static TorchSharp.torch;

namespace GenerativeCourse.Models;

/// <summary>Finds the nearest centre of each of the rows that it was made for.</summary>
interface IAssigner
{
    /// <summary>The nearest of the centres (K, D) for each row: int64, (N), on the rows' device.</summary>
    Tensor Assign(Tensor centers);

    /// <summary>The squared distance of each row to the centre of its label: (N), from differences, so that nothing cancels.</summary>
    Tensor SquaredDistances(Tensor centers, Tensor labels);
}

/// <summary>The assigner that suits the rows.</summary>
static class Assigners
{
    const long MostBounds = 1L << 30;  // bytes

    /// <summary>For rows (N, D) and their squared norms (N): by bounds on the CPU, as long as they fit in a gigabyte; by products on a GPU and for more.</summary>
    internal static IAssigner For(Tensor x, long clusters, Tensor squares) =>
        x.device.type != TorchSharp.DeviceType.CPU || x.shape[0] * clusters * x.element_size() > MostBounds || x.numel() * x.element_size() > int.MaxValue ? new ProductAssigner(x)
        : x.dtype == ScalarType.Float64 ? new BoundsAssigner<double>(x, squares, (int)clusters)
        : new BoundsAssigner<float>(x, squares, (int)clusters);
}
