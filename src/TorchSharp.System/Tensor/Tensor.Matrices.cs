namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The matrix product; further axes are batches and broadcast.</summary>
        public Tensor matmul(Tensor target) => Ops.matmul.Call(this, target);

        /// <summary>(n, m) times (m, p).</summary>
        public Tensor mm(Tensor target) => Ops.mm.Call(this, target);
        public Tensor mv(Tensor target) => Ops.mv.Call(this, target);

        /// <summary>(b, n, m) times (b, m, p).</summary>
        public Tensor bmm(Tensor batch2) => Ops.bmm.Call(this, batch2);
        public Tensor dot(Tensor target) => Ops.dot.Call(this, target);
        public Tensor vdot(Tensor target) => Ops.vdot.Call(this, target);
        public Tensor inner(Tensor vec2) => Ops.inner.Call(this, vec2);

        /// <summary>(n) and (m) to (n, m).</summary>
        public Tensor outer(Tensor vec2) => Ops.outer.Call(this, vec2);
        public Tensor ger(Tensor vec2) => outer(vec2);

        /// <summary>beta times this plus alpha times mat1 mat2.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Ops.addmm.Call(this, mat1, mat2, beta, alpha);
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Ops.addmm_.On(this, mat1, mat2, beta, alpha);
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => Ops.addmv.Call(this, mat, vec, beta, alpha);
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => Ops.addmv_.On(this, mat, vec, beta, alpha);
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Ops.addr.Call(this, vec1, vec2, beta, alpha);
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Ops.addr_.On(this, vec1, vec2, beta, alpha);
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Ops.addbmm.Call(this, batch1, batch2, beta, alpha);
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Ops.addbmm_.On(this, batch1, batch2, beta, alpha);

        /// <summary>beta times this plus alpha times the batched product.</summary>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Ops.baddbmm.Call(this, batch1, batch2, beta, alpha);

        /// <summary>The Kronecker product.</summary>
        public Tensor kron(Tensor other) => Ops.kron.Call(this, other);

        /// <summary>Products summed over the last dims axes of this and the first of b, or over the pairs of axes given.</summary>
        public Tensor tensordot(Tensor b, (long, long)[] dims) => tensordot(b, Array.ConvertAll(dims, pair => pair.Item1), Array.ConvertAll(dims, pair => pair.Item2));
        public Tensor tensordot(Tensor b, long dims = 2) => tensordot(b, [.. Axes((int)(Dimensions - dims), dims)], [.. Axes(0, dims)]);
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => Ops.tensordot.Call(this, b, dims1, dims2);

        /// <summary>Slices along dim scaled down to a p-norm of at most maxnorm.</summary>
        public Tensor renorm(float p, long dim, float maxnorm) => Ops.renorm.Call(this, p, dim, maxnorm);

        /// <summary>The Vandermonde matrix of a vector, N powers.</summary>
        public Tensor vander(long N = -1, bool increasing = false) =>
            Dimensions == 1 ? torch.vander(this, N, increasing) : throw new InvalidOperationException($"vander needs a vector, not a tensor with {Dimensions} dimensions");
    }
}

internal static partial class Ops
{
    internal static readonly Op matmul = new("matmul"), mm = new("mm"), mv = new("mv"), bmm = new("bmm"), dot = new("dot"),
        vdot = new("vdot"), inner = new("inner"), outer = new("outer"), addmm = new("addmm"), addmm_ = new("addmm_"), addmv = new("addmv"),
        addmv_ = new("addmv_"), addr = new("addr"), addr_ = new("addr_"), addbmm = new("addbmm"), addbmm_ = new("addbmm_"),
        baddbmm = new("baddbmm"), kron = new("kron"), tensordot = new("tensordot"), renorm = new("renorm");
}
