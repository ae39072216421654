namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        // Small readings of arguments that several operators share.
        static Arg Named(RoundingMode mode) => mode == RoundingMode.None ? Arg.None : mode.ToString();

        static long? FlattenedByDefault(long dim) => dim == -1 ? null : dim;

        long InBounds(long dim) => dim >= 0 && dim < Dimensions ? dim : throw new ArgumentException($"dim {dim} of a tensor with {Dimensions} dimensions: unflatten counts from the first axis");

        static IEnumerable<long> Axes(long first, long count)
        {
            for (long axis = first; axis < first + count; axis++)
                yield return axis;
        }

        // An out argument takes the result over; without one the result is the answer.
        internal static Tensor Into(Tensor? @out, Tensor result)
        {
            if (@out is null)
                return result;
            using (result)
                return Ops.resize_.On(@out, result.shape).copy_(result);
        }
    }
}

internal static partial class Ops
{
    internal static readonly Op resize_ = new("resize_");
}
