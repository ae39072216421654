namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sorted along dim, and where each stood.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) => Ops.sort_stable.Call2(this, stable, dim, descending);
        public Tensor argsort(long dim = -1, bool descending = false) => Ops.argsort.Call(this, dim, descending);

        /// <summary>Sorted along the first axis.</summary>
        public Tensor msort() => Ops.msort.Call(this);

        /// <summary>The k largest along dim, and where they stand.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) => Ops.topk.Call2(this, k, dim, largest, sorted);

        /// <summary>The distinct elements; null for what was not asked for.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Wanted(dim is { } axis ? Ops.unique_dim.Call3(this, axis, sorted, return_inverse, return_counts) : Ops.unique2.Call3(this, sorted, return_inverse, return_counts), return_inverse, return_counts);

        /// <summary>Repetitions of neighbours dropped; null for what was not asked for.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Wanted(Ops.unique_consecutive.Call3(this, return_inverse, return_counts, dim), return_inverse, return_counts);

        /// <summary>In which bucket of the sorted boundaries each element falls.</summary>
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) => Ops.bucketize.Call(this, boundaries, outInt32, right);
    }
}

internal static partial class Ops
{
    internal static readonly Op sort_stable = new("sort.stable"), argsort = new("argsort"), msort = new("msort"), topk = new("topk"),
        unique_dim = new("unique_dim"), unique2 = new("_unique2"), unique_consecutive = new("unique_consecutive"),
        bucketize = new("bucketize.Tensor");
}
