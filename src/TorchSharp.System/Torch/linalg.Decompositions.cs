namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra; leading axes are batches.</summary>
    public static partial class linalg
    {
        /// <summary>The lower triangular L with L Lᵀ = input, which must be positive definite.</summary>
        public static Tensor cholesky(Tensor input) => Ops.linalg_cholesky.Call(input);

        /// <summary>As cholesky; info tells where a leading minor is not positive instead of an error.</summary>
        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false) => Ops.linalg_cholesky_ex.Call2(input, false, check_errors);

        /// <summary>Eigenvalues and eigenvectors of a square matrix, complex.</summary>
        public static (Tensor, Tensor) eig(Tensor input) => Ops.linalg_eig.Call2(input);

        /// <summary>Eigenvalues, ascending, and eigenvectors of a symmetric matrix; only the triangle that UPLO names is read.</summary>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Ops.linalg_eigh.Call2(input, UPLO.ToString());

        public static Tensor eigvals(Tensor input) => Ops.linalg_eigvals.Call(input);

        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Ops.linalg_eigvalsh.Call(input, UPLO.ToString());

        /// <summary>input = U diag(S) Vh, singular values descending.</summary>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) => Ops.linalg_svd.Call3(input, fullMatrices);

        public static Tensor svdvals(Tensor input) => Ops.linalg_svdvals.Call(input);

        /// <summary>How much of Q and R is found.</summary>
        public enum QRMode
        {
            Reduced = 0,
            Complete = 1,
            R = 2,
        }

        /// <summary>input = Q R with orthonormal columns in Q.</summary>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) => Ops.linalg_qr.Call2(input, mode.ToString().ToLowerInvariant());

        /// <summary>input = P L U.</summary>
        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true) => Ops.linalg_lu.Call3(input, pivot);

        /// <summary>L and U in one matrix, and the pivots.</summary>
        public static (Tensor LU, Tensor? Pivots) lu_factor(Tensor input, bool pivot = true) => Ops.linalg_lu_factor.Call2(input, pivot);

        public static (Tensor LU, Tensor? Pivots) ldl_factor(Tensor input, bool hermitian = true) => Ops.linalg_ldl_factor.Call2(input, hermitian);

        public static (Tensor LU, Tensor? Pivots, Tensor? Info) ldl_factor_ex(Tensor input, bool hermitian = true, bool check_errors = false) =>
            Ops.linalg_ldl_factor_ex.Call3(input, hermitian, check_errors);

        /// <summary>The first columns of a product of Householder reflections.</summary>
        public static Tensor householder_product(Tensor A, Tensor tau) => Ops.linalg_householder_product.Call(A, tau);
    }
}

internal static partial class Ops
{
    internal static readonly Op linalg_cholesky = new("linalg_cholesky"), linalg_cholesky_ex = new("linalg_cholesky_ex"), linalg_eig = new("linalg_eig"),
        linalg_eigh = new("linalg_eigh"), linalg_eigvals = new("linalg_eigvals"), linalg_eigvalsh = new("linalg_eigvalsh"), linalg_svd = new("linalg_svd"),
        linalg_svdvals = new("linalg_svdvals"), linalg_qr = new("linalg_qr"), linalg_lu = new("linalg_lu"), linalg_lu_factor = new("linalg_lu_factor"),
        linalg_ldl_factor = new("linalg_ldl_factor"), linalg_ldl_factor_ex = new("linalg_ldl_factor_ex"), linalg_householder_product = new("linalg_householder_product");
}
