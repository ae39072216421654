namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor cumsum(long dim, ScalarType? type = null) => Ops.cumsum.Call(this, dim, type);
        public Tensor cumprod(long dim, ScalarType? type = null) => Ops.cumprod.Call(this, dim, type);
        public Tensor logcumsumexp(long dim) => Ops.logcumsumexp.Call(this, dim);

        /// <summary>Differences of neighbours, n times, along dim.</summary>
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) => Ops.diff.Call(this, n, dim, prepend, append);

        /// <summary>The integral by the trapezoid rule along dim.</summary>
        public Tensor trapezoid(double dx = 1, long dim = -1) => Ops.trapezoid_dx.Call(this, dx, dim);
        public Tensor trapezoid(Tensor x, long dim = -1) => Ops.trapezoid_x.Call(this, x, dim);

        /// <summary>The running integral by the trapezoid rule along dim.</summary>
        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) => Ops.cumulative_trapezoid_dx.Call(this, dx, dim);
        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => Ops.cumulative_trapezoid_x.Call(this, x, dim);
    }
}

internal static partial class Ops
{
    internal static readonly Op cumsum = new("cumsum"), cumprod = new("cumprod"), logcumsumexp = new("logcumsumexp"), diff = new("diff"),
        trapezoid_dx = new("trapezoid.dx"), trapezoid_x = new("trapezoid.x"), cumulative_trapezoid_dx = new("cumulative_trapezoid.dx"),
        cumulative_trapezoid_x = new("cumulative_trapezoid.x");
}
