namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>At most that many parts along dim, shared.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => Ops.chunk.CallList(this, chunks, dim);

        /// <summary>Parts of that size along dim, the last may be smaller, or parts of those sizes; shared.</summary>
        public Tensor[] split(params long[] sizes) => Ops.split_with_sizes.CallList(this, sizes);
        public Tensor[] split(long size, int dim = 0) => Ops.split_tensor.CallList(this, size, dim);
        public Tensor[] split(long[] sizes, long dim = 0) => Ops.split_with_sizes.CallList(this, sizes, dim);
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => Ops.split_with_sizes.CallList(this, sizes, dim);

        /// <summary>That many parts, or parts that end at those indices.</summary>
        public Tensor[] tensor_split(Tensor indices, long dim = 0) => Ops.tensor_split_tensor_indices_or_sections.CallList(this, indices, dim);
        public Tensor[] tensor_split(long size, long dim = 0) => Ops.tensor_split.CallList(this, size, dim);
        public Tensor[] tensor_split(long[] sizes, long dim = 0) => Ops.tensor_split_indices.CallList(this, sizes, dim);
        public Tensor[] hsplit(Tensor indices) => tensor_split(indices, 1);
        public Tensor[] hsplit(long size) => Ops.hsplit_int.CallList(this, size);
        public Tensor[] hsplit(params long[] sizes) => Ops.hsplit_array.CallList(this, sizes);
        public Tensor[] vsplit(Tensor indices) => tensor_split(indices, 0);
        public Tensor[] vsplit(long size) => Ops.vsplit_int.CallList(this, size);
        public Tensor[] vsplit(params long[] sizes) => Ops.vsplit_array.CallList(this, sizes);
        public Tensor[] dsplit((long, long) indices_or_sections) => dsplit([indices_or_sections.Item1, indices_or_sections.Item2]);
        public Tensor[] dsplit((long, long, long) indices_or_sections) => dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);
        public Tensor[] dsplit((long, long, long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);
        public Tensor[] dsplit(Tensor indices) => tensor_split(indices, 2);
        public Tensor[] dsplit(long size) => Ops.dsplit_int.CallList(this, size);
        public Tensor[] dsplit(params long[] sizes) => Ops.dsplit_array.CallList(this, sizes);

        /// <summary>The slices along the dimension, without it.</summary>
        public Tensor[] unbind(long dimension = 0) => Ops.unbind_int.CallList(this, dimension);
    }
}

internal static partial class Ops
{
    internal static readonly Op chunk = new("chunk"), split_with_sizes = new("split_with_sizes"), split_tensor = new("split.Tensor"),
        tensor_split_tensor_indices_or_sections = new("tensor_split.tensor_indices_or_sections"),
        tensor_split = new("tensor_split.sections"), tensor_split_indices = new("tensor_split.indices"), hsplit_int = new("hsplit.int"),
        hsplit_array = new("hsplit.array"), vsplit_int = new("vsplit.int"), vsplit_array = new("vsplit.array"),
        dsplit_int = new("dsplit.int"), dsplit_array = new("dsplit.array"), unbind_int = new("unbind.int");
}
