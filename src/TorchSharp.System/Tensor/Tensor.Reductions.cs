namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Ops.sum.Call(this, type);
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Ops.sum_dim.Call(this, dim, keepdim, type);
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Ops.sum_dim.Call(this, dim, keepdim, type);
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => Ops.sum_dim.Call(this, dim, keepdim, type);
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1], keepdim, type);
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1, dim2], keepdim, type);

        /// <summary>The product of all elements, or along dim.</summary>
        public Tensor prod(ScalarType? type = null) => Ops.prod.Call(this, type);
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Ops.prod_dim_int.Call(this, dim, keepdim, type);
        public Tensor mean() => Ops.mean.Call(this);
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => Ops.mean_dim.Call(this, dimensions, keepdim, type);
        public Tensor all() => Ops.all.Call(this);
        public Tensor all(long dim, bool keepdim = false) => Ops.all_dim.Call(this, dim, keepdim);
        public Tensor any() => Ops.any.Call(this);
        public Tensor any(long dim, bool keepdim = false) => Ops.any_dim.Call(this, dim, keepdim);

        /// <summary>The p-norm of all elements, or along dim.</summary>
        public Tensor norm(float p = 2) => Ops.norm_scalar.Call(this, p);
        public Tensor norm(int dim, bool keepdim = false, float p = 2) => Ops.norm_scalaropt_dim.Call(this, p, dim, keepdim);

        /// <summary>The p-norm of the difference.</summary>
        public Tensor dist(Tensor other, float p = 2) => Ops.dist.Call(this, other, p);

        /// <summary>log of the sum of exp along dim, without overflow.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false) => Ops.logsumexp.Call(this, dim, keepdim);
        public Tensor nansum() => Ops.nansum.Call(this);
        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) => Ops.nanmean.Call(this, dim, keepdim, dtype);

        /// <summary>How many elements are not zero.</summary>
        public Tensor count_nonzero(long[]? dims = null) => dims is null ? Ops.count_nonzero.Call(this) : Ops.count_nonzero_dim.Call(this, dims);

        /// <summary>The lower median of all elements.</summary>
        public Tensor median() => Ops.median.Call(this);
        public Tensor nanmedian() => Ops.nanmedian.Call(this);

        /// <summary>The most frequent value along dim and its last index.</summary>
        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false) => Ops.mode.Call2(this, dim, keepdim);

        // As in TorchSharp, dim -1 takes all elements together, not the last axis.
        /// <summary>The q-quantiles, interpolated linearly, along dim.</summary>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Ops.quantile.Call(this, q, FlattenedByDefault(dim), keepdim);
        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) => Ops.nanquantile.Call(this, q, FlattenedByDefault(dim), keepdim);

        /// <summary>The k-th smallest along dim, counted from 1, and its index.</summary>
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) => Ops.kthvalue.Call2(this, k, dim ?? -1, keepdim);
        public static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, long? dim, bool keepdim = false) => input.kthvalue(k, dim, keepdim);

        /// <summary>Counts of elements in equal bins between min and max; the data's own range when both are zero.</summary>
        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Ops.histc.Call(this, bins, min, max);

        /// <summary>How often each non-negative integer occurs.</summary>
        public Tensor bincount(Tensor weights, long minlength = 0) => Ops.bincount.Call(this, weights, minlength);

        /// <summary>Covariance of variables in rows, observations in columns.</summary>
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) => Ops.cov.Call(this, correction, fweights, aweights);

        /// <summary>Pearson correlations of variables in rows.</summary>
        public Tensor corrcoef() => Ops.corrcoef.Call(this);
        public Tensor trace() => Ops.trace.Call(this);
    }
}

internal static partial class Ops
{
    internal static readonly Op sum = new("sum"), sum_dim = new("sum.dim_IntList"), prod = new("prod"), prod_dim_int = new("prod.dim_int"),
        mean = new("mean"), mean_dim = new("mean.dim"), all = new("all"), all_dim = new("all.dim"), any = new("any"),
        any_dim = new("any.dim"), norm_scalar = new("norm.Scalar"), norm_scalaropt_dim = new("norm.ScalarOpt_dim"), dist = new("dist"),
        logsumexp = new("logsumexp"), nansum = new("nansum"), nanmean = new("nanmean"), count_nonzero = new("count_nonzero"),
        count_nonzero_dim = new("count_nonzero.dim_IntList"), median = new("median"), nanmedian = new("nanmedian"), mode = new("mode"),
        quantile = new("quantile"), nanquantile = new("nanquantile"), kthvalue = new("kthvalue"), histc = new("histc"),
        bincount = new("bincount"), cov = new("cov"), corrcoef = new("corrcoef"), trace = new("trace");
}
