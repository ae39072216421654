namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The lower triangle, zero above the diagonal.</summary>
        public Tensor tril(long diagonal = 0) => Ops.tril.Call(this, diagonal);
        public Tensor tril_(long diagonal = 0) => Ops.tril_.On(this, diagonal);

        /// <summary>The upper triangle, zero below the diagonal.</summary>
        public Tensor triu(long diagonal = 0) => Ops.triu.Call(this, diagonal);
        public Tensor triu_(long diagonal = 0) => Ops.triu_.On(this, diagonal);

        /// <summary>A vector as a diagonal matrix, or a matrix's diagonal.</summary>
        public Tensor diag(long diagonal = 0) => Ops.diag.Call(this, diagonal);

        /// <summary>The last axis as diagonals of new matrices.</summary>
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) => Ops.diag_embed.Call(this, offset, dim1, dim2);
        public Tensor diagflat(long offset = 0) => Ops.diagflat.Call(this, offset);
        public static Tensor block_diag(params Tensor[] tensors) => torch.block_diag(tensors);
    }
}

internal static partial class Ops
{
    internal static readonly Op tril = new("tril"), tril_ = new("tril_"), triu = new("triu"), triu_ = new("triu_"), diag = new("diag"),
        diag_embed = new("diag_embed"), diagflat = new("diagflat");
}
