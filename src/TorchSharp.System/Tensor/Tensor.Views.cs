namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same elements in another shape, shared; one length may be -1.</summary>
        public Tensor view(params long[] shape) => Ops.view.Call(this, shape);
        public Tensor view_as(Tensor other) => view(other.shape);

        /// <summary>(..., 2) with real and imaginary parts, shared.</summary>
        public Tensor view_as_real() => Ops.view_as_real.Call(this);

        /// <summary>(..., 2) read as complex numbers, shared.</summary>
        public Tensor view_as_complex() => Ops.view_as_complex.Call(this);

        /// <summary>The same elements in another shape, shared where strides allow.</summary>
        public Tensor reshape(params long[] shape) => Ops.reshape.Call(this, shape);

        /// <summary>Axes start_dim to end_dim made one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Ops.flatten.Call(this, start_dim, end_dim);

        /// <summary>Axis dim made several.</summary>
        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);
        public Tensor unflatten(long dim, params long[] sizes) => Ops.unflatten_int.Call(this, InBounds(dim), sizes);
        public Tensor ravel() => Ops.ravel.Call(this);

        /// <summary>Without axes of length one, or without dim if its length is one.</summary>
        public Tensor squeeze(long? dim = null) => dim is { } axis ? Ops.squeeze_dim.Call(this, axis) : Ops.squeeze.Call(this);
        public Tensor squeeze_(long? dim = null) => dim is { } axis ? Ops.squeeze_dim_.On(this, axis) : Ops.squeeze_.On(this);

        /// <summary>With a new axis of length one at dim.</summary>
        public Tensor unsqueeze(long dim) => Ops.unsqueeze.Call(this, dim);
        public Tensor unsqueeze_(long dim) => Ops.unsqueeze_.On(this, dim);

        /// <summary>Axes of length one repeated without a copy; -1 keeps a length.</summary>
        public Tensor expand(params long[] sizes) => Ops.expand.Call(this, sizes);
        public Tensor expand(Size sizes, bool isImplicit = false) => Ops.expand.Call(this, sizes, isImplicit);
        public Tensor expand(long[] sizes, bool isImplicit = false) => Ops.expand.Call(this, sizes, isImplicit);
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Ops.expand.Call(this, sizes, isImplicit);
        public Tensor expand_as(Tensor other) => expand(other.shape);
        public Tensor broadcast_to(params long[] shape) => Ops.broadcast_to.Call(this, shape);

        /// <summary>All slices of that size along the dimension, step apart, as a new last axis.</summary>
        public Tensor unfold(long dimension, long size, long step) => Ops.unfold.Call(this, dimension, size, step);

        /// <summary>A view with those sizes and strides over the same storage.</summary>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) => Ops.as_strided.Call(this, size, strides, storageOffset);

        /// <summary>Elements start up to and without finish along dim, every step-th.</summary>
        public Tensor slice(long dim, long start, long finish, long step) => Ops.slice.Call(this, dim, start, finish, step);

        /// <summary>What stands at index along dim, without that axis.</summary>
        public Tensor select(long dim, long index) => Ops.select_int.Call(this, dim, index);

        /// <summary>length elements from start along dim.</summary>
        public Tensor narrow(long dim, long start, long length) => Ops.narrow.Call(this, dim, start, length);

        /// <summary>The diagonal of the plane dim1, dim2, as a last axis.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Ops.diagonal.Call(this, offset, dim1, dim2);

        /// <summary>Another handle to the same tensor.</summary>
        public Tensor alias() => Ops.alias.Call(this);
        public Tensor atleast_1d() => Ops.atleast_1d.Call(this);
        public Tensor atleast_2d() => Ops.atleast_2d.Call(this);
        public Tensor atleast_3d() => Ops.atleast_3d.Call(this);

        /// <summary>Channels regrouped: (N, groups, C / groups, ...) transposed.</summary>
        public Tensor channel_shuffle(long groups) => Ops.channel_shuffle.Call(this, groups);
    }
}

internal static partial class Ops
{
    internal static readonly Op view_as_real = new("view_as_real"), view_as_complex = new("view_as_complex"), reshape = new("reshape"),
        unflatten_int = new("unflatten.int"), ravel = new("ravel"), squeeze_dim = new("squeeze.dim"), squeeze = new("squeeze"),
        squeeze_dim_ = new("squeeze_.dim"), squeeze_ = new("squeeze_"), unsqueeze = new("unsqueeze"), unsqueeze_ = new("unsqueeze_"),
        expand = new("expand"), broadcast_to = new("broadcast_to"), unfold = new("unfold"), as_strided = new("as_strided"),
        slice = new("slice.Tensor"), select_int = new("select.int"), narrow = new("narrow"), diagonal = new("diagonal"),
        atleast_1d = new("atleast_1d"), atleast_2d = new("atleast_2d"), atleast_3d = new("atleast_3d"),
        channel_shuffle = new("channel_shuffle");
}
