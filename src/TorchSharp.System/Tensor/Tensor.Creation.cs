namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A tensor like this in type and device unless told otherwise.</summary>
        public Tensor new_empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.empty.Call(size, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.empty.Call(size, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.empty.Call(size, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.empty.Call(new[] { rows, columns }, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.empty.Call(new[] { dim0, dim1, dim2 }, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.empty.Call(new[] { dim0, dim1, dim2, dim3 }, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.full.Call(size, value, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.full.Call(size, value, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.full.Call(size, value, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.full.Call(new[] { rows, columns }, value, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.full.Call(new[] { dim0, dim1, dim2 }, value, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.full.Call(new[] { dim0, dim1, dim2, dim3 }, value, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.ones.Call(size, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.ones.Call(new[] { rows, columns }, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.ones.Call(new[] { dim0, dim1, dim2 }, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.ones.Call(new[] { dim0, dim1, dim2, dim3 }, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.zeros.Call(size, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.zeros.Call(size, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.zeros.Call(size, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.zeros.Call(new[] { rows, columns }, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.zeros.Call(new[] { dim0, dim1, dim2 }, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor new_zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.zeros.Call(new[] { dim0, dim1, dim2, dim3 }, dtype ?? this.dtype, Arg.None, device ?? this.device), requires_grad);
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.empty_like.Call(this, dtype, Arg.None, device), requires_grad);
        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.full_like.Call(this, value, dtype, Arg.None, device), requires_grad);
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.ones_like.Call(this, dtype, Arg.None, device), requires_grad);
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.zeros_like.Call(this, dtype, Arg.None, device), requires_grad);
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.rand_like.Call(this, dtype, Arg.None, device), requires_grad);
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.randn_like.Call(this, dtype, Arg.None, device), requires_grad);
        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Ops.randint_like_low_dtype.Call(this, low, high, dtype, Arg.None, device), requires_grad);

        /// <summary>Filled with nothing in particular: this tensor, resized.</summary>
        public Tensor empty(params long[] sizes) => Ops.empty_out.Call(sizes, Arg.Default, this);
        public Tensor full(long[] sizes, Scalar value) => Ops.full_out.Call(sizes, value, this);
        public Tensor full(ReadOnlySpan<long> sizes, Scalar value) => Ops.full_out.Call(sizes, value, this);
        public Tensor ones(params long[] sizes) => Ops.ones_out.Call(sizes, this);
        public Tensor zeros(params long[] sizes) => Ops.zeros_out.Call(sizes, this);
        public Tensor eye(long rows, long columns) => Ops.eye_m_out.Call(rows, columns, this);
        public Tensor arange_out(Scalar start, Scalar stop, Scalar step) => Ops.arange_start_out.Call(start, stop, step, this);
        public Tensor rand_out(params long[] sizes) => Ops.rand_out.Call(sizes, this);
        public Tensor randn_out(params long[] sizes) => Ops.randn_out.Call(sizes, this);
        public Tensor randint_out(long high, long[] sizes) => Ops.randint_out.Call(high, sizes, this);
        public Tensor randperm_out(long n) => Ops.randperm_out.Call(n, this);
    }
}

internal static partial class Ops
{
    internal static readonly Op full = new("full"), ones = new("ones"), zeros = new("zeros"), empty_like = new("empty_like"),
        full_like = new("full_like"), ones_like = new("ones_like"), zeros_like = new("zeros_like"), rand_like = new("rand_like"),
        randn_like = new("randn_like"), randint_like_low_dtype = new("randint_like.low_dtype"), empty_out = new("empty.out"),
        full_out = new("full.out"), ones_out = new("ones.out"), zeros_out = new("zeros.out"), eye_m_out = new("eye.m_out"),
        arange_start_out = new("arange.start_out"), rand_out = new("rand.out"), randn_out = new("randn.out"),
        randint_out = new("randint.out"), randperm_out = new("randperm.out");
}
