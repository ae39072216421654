namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor cholesky(bool upper = false) => Ops.linalg_cholesky.Call(this, upper);
        public Tensor cholesky_inverse(bool upper = false) => Ops.cholesky_inverse.Call(this, upper);
        public Tensor cholesky_solve(Tensor input2, bool upper = false) => Ops.cholesky_solve.Call(this, input2, upper);
        public Tensor det() => torch.linalg.det(this);
        public Tensor logdet() => Ops.logdet.Call(this);
        public Tensor inverse() => torch.linalg.inv(this);
        public Tensor pinverse(double rcond = 1E-15, bool hermitian = false) => Ops.pinverse.Call(this, rcond);
        public Tensor matrix_exp() => Ops.matrix_exp.Call(this);
        public Tensor matrix_power(int n) => Ops.matrix_power.Call(this, n);
        public (Tensor a, Tensor tau) geqrf() => Ops.geqrf.Call2(this);
        public Tensor ormqr(Tensor tau, Tensor other, bool left = true, bool transpose = false) => Ops.ormqr.Call(this, tau, other, left, transpose);
    }
}

internal static partial class Ops
{
    internal static readonly Op cholesky_inverse = new("cholesky_inverse"), cholesky_solve = new("cholesky_solve"), logdet = new("logdet"),
        pinverse = new("pinverse"), matrix_exp = new("matrix_exp"), matrix_power = new("matrix_power"), geqrf = new("geqrf"),
        ormqr = new("ormqr");
}
