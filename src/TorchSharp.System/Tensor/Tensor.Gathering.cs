namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>out[i][j] = this[index[i][j]][j] for dim 0, and so on: index has the shape of the result.</summary>
        public Tensor gather(long dim, Tensor index) => Ops.gather.Call(this, dim, index);

        /// <summary>The reverse of gather: src written to where index points along dim.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => Ops.scatter_src.Call(this, dim, index, src);
        public Tensor scatter_(long dim, Tensor index, Tensor src) => Ops.scatter_src_.On(this, dim, index, src);

        /// <summary>As scatter, but added.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Ops.scatter_add.Call(this, dim, index, src);
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Ops.scatter_add_.On(this, dim, index, src);
        public Tensor select_scatter(Tensor src, long dim, long index) => Ops.select_scatter.Call(this, src, dim, index);
        public Tensor slice_scatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
            Ops.slice_scatter.Call(this, src, dim, start, end, step);
        public Tensor diagonal_scatter(Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) => Ops.diagonal_scatter.Call(this, src, offset, dim1, dim2);

        /// <summary>The slices along dim that index, a vector, names.</summary>
        public Tensor index_select(long dim, Tensor index) => Ops.index_select.Call(this, dim, index);

        /// <summary>alpha times the slices of source added to those that index names.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => Ops.index_add.Call(this, dim, index, source, alpha);
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) => Ops.index_add_.On(this, dim, index, source, alpha);
        public Tensor index_copy(long dim, Tensor index, Tensor source) => Ops.index_copy.Call(this, dim, index, source);
        public Tensor index_copy_(long dim, Tensor index, Tensor source) => Ops.index_copy_.On(this, dim, index, source);
        public Tensor index_fill(long dim, Tensor index, Scalar value) => Ops.index_fill_int_scalar.Call(this, dim, index, value);
        public Tensor index_fill_(long dim, Tensor index, Scalar value) => Ops.index_fill_int_scalar_.On(this, dim, index, value);

        /// <summary>Value where mask holds.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => Ops.masked_fill_scalar.Call(this, mask, value);
        public Tensor masked_fill_(Tensor mask, Scalar value) => Ops.masked_fill_scalar_.On(this, mask, value);
        public Tensor masked_scatter(Tensor mask, Tensor value) => Ops.masked_scatter.Call(this, mask, value);
        public Tensor masked_scatter_(Tensor mask, Tensor value) => Ops.masked_scatter_.On(this, mask, value);

        /// <summary>The elements where mask holds, as a vector.</summary>
        public Tensor masked_select(Tensor mask) => Ops.masked_select.Call(this, mask);

        /// <summary>Elements by their place in C order.</summary>
        public Tensor take(Tensor index) => Ops.take.Call(this, index);

        /// <summary>Elements by index along dim; shapes broadcast.</summary>
        public Tensor take_along_dim(IEnumerable<long> indices) => take_along_dim(tensor(indices.ToArray()));
        public Tensor take_along_dim(Tensor indices) => Ops.take_along_dim.Call(this, indices);
        public Tensor take_along_dim(IEnumerable<long> indices, long dim) => take_along_dim(tensor(indices.ToArray()), dim);
        public Tensor take_along_dim(Tensor indices, long dim) => Ops.take_along_dim.Call(this, indices, dim);

        /// <summary>Indices of what is not zero, (count, dimensions).</summary>
        public Tensor nonzero() => Ops.nonzero.Call(this);

        /// <summary>Indices of what is not zero, a vector for each axis.</summary>
        public IList<Tensor> nonzero_as_list() => Ops.nonzero_numpy.CallList(this);

        /// <summary>As nonzero.</summary>
        public Tensor argwhere() => Ops.argwhere.Call(this);
    }
}

internal static partial class Ops
{
    internal static readonly Op gather = new("gather"), scatter_src = new("scatter.src"), scatter_src_ = new("scatter_.src"),
        scatter_add = new("scatter_add"), scatter_add_ = new("scatter_add_"), select_scatter = new("select_scatter"),
        slice_scatter = new("slice_scatter"), diagonal_scatter = new("diagonal_scatter"), index_select = new("index_select"),
        index_add = new("index_add"), index_add_ = new("index_add_"), index_copy = new("index_copy"), index_copy_ = new("index_copy_"),
        index_fill_int_scalar = new("index_fill.int_Scalar"), index_fill_int_scalar_ = new("index_fill_.int_Scalar"),
        masked_fill_scalar = new("masked_fill.Scalar"), masked_fill_scalar_ = new("masked_fill_.Scalar"),
        masked_scatter = new("masked_scatter"), masked_scatter_ = new("masked_scatter_"), masked_select = new("masked_select"),
        take = new("take"), take_along_dim = new("take_along_dim"), nonzero = new("nonzero"), nonzero_numpy = new("nonzero_numpy"),
        argwhere = new("argwhere");
}
