using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Compares two tensors and says in one line where they part.</summary>
internal static class Difference
{
    /// <summary>Fails unless both have one type and one shape, and every |actual - expected| is within absolute + relative |expected|; NaN equals NaN.</summary>
    internal static void None(string what, Tensor expected, Tensor actual, double relative, double absolute)
    {
        Assert.True(expected.dtype == actual.dtype, $"{what}: PyTorch's is {expected.dtype}, ours {actual.dtype}");
        Assert.True(expected.shape.SequenceEqual(actual.shape), $"{what}: PyTorch's shape is [{string.Join(", ", expected.shape)}], ours [{string.Join(", ", actual.shape)}]");
        double[] wanted = Numbers(expected), found = Numbers(actual);
        long[] shape = expected.is_complex() ? [.. expected.shape, 2] : expected.shape;
        int differing = 0, worst = -1;
        double worstExcess = 0;
        for (int i = 0; i < wanted.Length; i++)
        {
            double excess = wanted[i].Equals(found[i]) ? 0 : Math.Abs(found[i] - wanted[i]) / (absolute + relative * Math.Abs(wanted[i]));
            if (excess <= 1)
                continue;
            differing++;
            if (worst < 0 || double.IsNaN(excess) || excess > worstExcess)
                (worst, worstExcess) = (i, double.IsNaN(excess) ? double.PositiveInfinity : excess);
        }
        Assert.True(differing == 0, worst < 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $"{what} at [{Place(worst, shape)}]: PyTorch has {wanted[worst]:G9}, ours is {found[worst]:G9}; {differing} of {wanted.Length} differ by more than {relative:G2} relative + {absolute:G2}"));
    }

    static double[] Numbers(Tensor tensor)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor real = tensor.is_complex() ? new Op("view_as_real").Call(new Op("resolve_conj").Call(tensor)) : tensor;
        return real.to(ScalarType.Float64, CPU).data<double>().ToArray();
    }

    static string Place(long index, long[] shape)
    {
        var place = new long[shape.Length];
        for (int axis = shape.Length - 1; axis >= 0; axis--)
            (index, place[axis]) = (index / shape[axis], index % shape[axis]);
        return string.Join(", ", place);
    }
}
