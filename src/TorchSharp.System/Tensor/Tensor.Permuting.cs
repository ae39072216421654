namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor transpose(long dim0, long dim1) => Ops.transpose_int.Call(this, dim0, dim1);
        public Tensor transpose_(long dim0, long dim1) => Ops.transpose_.On(this, dim0, dim1);
        public Tensor t() => Ops.t.Call(this);

        /// <summary>Axes in a new order.</summary>
        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());
        public Tensor permute(params long[] permutation) => Ops.permute.Call(this, permutation);

        /// <summary>Axes source moved to positions destination.</summary>
        public Tensor movedim(long[] source, long[] destination) => Ops.movedim_intlist.Call(this, source, destination);
        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);
        public Tensor adjoint() => Ops.adjoint.Call(this);

        /// <summary>Reversed along dims.</summary>
        public Tensor flip(params long[] dims) => Ops.flip.Call(this, dims);
        public Tensor fliplr() => Ops.fliplr.Call(this);
        public Tensor flipud() => Ops.flipud.Call(this);

        // As in TorchSharp, the first axis alone.
        /// <summary>Moved along dims, what falls out re-enters; without dims over all elements in C order.</summary>
        public Tensor roll(long[] shifts) => Ops.roll.Call(this, shifts, 0);
        public Tensor roll((long, long) shifts, (long, long) dims) => Ops.roll.Call(this, new[] { shifts.Item1, shifts.Item2 }, new[] { dims.Item1, dims.Item2 });
        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            Ops.roll.Call(this, new[] { shifts.Item1, shifts.Item2, shifts.Item3 }, new[] { dims.Item1, dims.Item2, dims.Item3 });
        public Tensor roll(long shifts, long? dims = null) => Ops.roll.Call(this, shifts, dims is { } axis ? axis : Arg.Default);
        public Tensor roll(long[] shifts, long[] dims) => Ops.roll.Call(this, shifts, dims);
        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => Ops.roll.Call(this, shifts, dims);

        /// <summary>Turned by k quarter turns in the plane dims.</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null) => Ops.rot90.Call(this, k, dims is { } plane ? new[] { plane.Item1, plane.Item2 } : Arg.Default);

        /// <summary>Copies along each axis.</summary>
        public Tensor repeat(params long[] sizes) => Ops.repeat.Call(this, sizes);

        /// <summary>Each element repeated, next to itself.</summary>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) => Ops.repeat_interleave.Call(this, repeats, dim, output_size);
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) => Ops.repeat_interleave_int.Call(this, repeats, dim, output_size);

        /// <summary>Copies along the last axes.</summary>
        public Tensor tile(long[] reps) => Ops.tile.Call(this, reps);
    }
}

internal static partial class Ops
{
    internal static readonly Op transpose_int = new("transpose.int"), transpose_ = new("transpose_"), t = new("t"),
        permute = new("permute"), movedim_intlist = new("movedim.intlist"), adjoint = new("adjoint"), flip = new("flip"),
        fliplr = new("fliplr"), flipud = new("flipud"), roll = new("roll"), rot90 = new("rot90"), repeat = new("repeat"),
        repeat_interleave = new("repeat_interleave.self_Tensor"), repeat_interleave_int = new("repeat_interleave.self_int"),
        tile = new("tile");
}
