namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>X with A X = B, or X A = B when left is false.</summary>
        public static Tensor solve(Tensor A, Tensor B, bool left = true) => Ops.linalg_solve.Call(A, B, left);

        /// <summary>As solve; info tells of singular matrices instead of an error.</summary>
        public static (Tensor result, Tensor info) solve_ex(Tensor A, Tensor B, bool left = true, bool check_errors = false) =>
            Ops.linalg_solve_ex.Call2(A, B, left, check_errors);

        /// <summary>X with A X = B for a triangular A; unitriangular takes its diagonal as ones.</summary>
        public static Tensor solve_triangular(Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false, Tensor? @out = null) =>
            Tensor.Into(@out, Ops.linalg_solve_triangular.Call(A, B, upper, left, unitriangular));

        /// <summary>X from the factors that lu_factor gives.</summary>
        public static Tensor lu_solve(Tensor LU, Tensor pivots, Tensor B, bool left = true, bool adjoint = false, Tensor? @out = null) =>
            Tensor.Into(@out, Ops.linalg_lu_solve.Call(LU, pivots, B, left, adjoint));

        /// <summary>X from the factors that ldl_factor gives.</summary>
        public static Tensor ldl_solve(Tensor LD, Tensor pivots, Tensor B, bool hermitian = false) => Ops.linalg_ldl_solve.Call(LD, pivots, B, hermitian);

        /// <summary>X that makes input X - other smallest in squares.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) => Squares(input, other, Arg.None);

        /// <inheritdoc cref="lstsq(Tensor, Tensor)"/>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other, double rcond) => Squares(input, other, rcond);

        static (Tensor, Tensor, Tensor, Tensor) Squares(Tensor input, Tensor other, Arg rcond)
        {
            Tensor?[] results = Ops.linalg_lstsq.CallMany(input, other, rcond);
            return (results[0]!, results[1]!, results[2]!, results[3]!);
        }

        /// <summary>The inverse of a square matrix.</summary>
        public static Tensor inv(Tensor input) => Ops.linalg_inv.Call(input);

        /// <summary>The Moore-Penrose inverse; singular values up to max(atol, rtol times the largest) count as zero.</summary>
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Ops.linalg_pinv_float.Call(input, atol, rtol, hermitian);

        /// <inheritdoc cref="pinv(Tensor, double?, double?, bool)"/>
        public static Tensor pinv(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) => Ops.linalg_pinv_tensor.Call(input, atol, rtol, hermitian);

        /// <summary>The product of all matrices, in the cheapest order.</summary>
        public static Tensor multi_dot(IList<Tensor> tensors) => Ops.linalg_multi_dot.Call(tensors.ToArray());

        /// <summary>The inverse of input seen as a matrix whose rows are its first ind axes.</summary>
        public static Tensor tensorinv(Tensor input, long ind) => Ops.linalg_tensorinv.Call(input, ind);

        /// <summary>X with tensordot(A, X) = B after the axes dims of A are moved to the end.</summary>
        public static Tensor tensorsolve(Tensor A, Tensor B, long[] dims) => Ops.linalg_tensorsolve.Call(A, B, dims);
    }
}

internal static partial class Ops
{
    internal static readonly Op linalg_solve = new("linalg_solve"), linalg_solve_ex = new("linalg_solve_ex"), linalg_solve_triangular = new("linalg_solve_triangular"),
        linalg_lu_solve = new("linalg_lu_solve"), linalg_ldl_solve = new("linalg_ldl_solve"), linalg_lstsq = new("linalg_lstsq"), linalg_inv = new("linalg_inv"),
        linalg_pinv_float = new("linalg_pinv.atol_rtol_float"), linalg_pinv_tensor = new("linalg_pinv.atol_rtol_tensor"), linalg_multi_dot = new("linalg_multi_dot"),
        linalg_tensorinv = new("linalg_tensorinv"), linalg_tensorsolve = new("linalg_tensorsolve");
}
