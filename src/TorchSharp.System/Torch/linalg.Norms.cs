namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        public static Tensor det(Tensor input) => Ops.linalg_det.Call(input);

        /// <summary>Sign and logarithm of the absolute value of the determinant.</summary>
        public static (Tensor, Tensor) slogdet(Tensor input) => Ops.linalg_slogdet.Call2(input);

        /// <summary>The condition number, for the 2-norm unless p names another.</summary>
        public static Tensor cond(Tensor input) => Ops.linalg_cond.Call(input);
        public static Tensor cond(Tensor input, int p) => Ops.linalg_cond.Call(input, p);
        public static Tensor cond(Tensor input, double p) => Ops.linalg_cond.Call(input, p);
        public static Tensor cond(Tensor input, string p) => Ops.linalg_cond_str.Call(input, p);

        /// <summary>The 2-norm of all elements, or along one axis a vector's norm, along two a matrix's; ord is a number, "fro" or "nuc".</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => Ops.linalg_norm.Call(input, Arg.None, dims, keepdim);
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) => Ops.linalg_norm.Call(input, ord, dims, keepdim);
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) => Ops.linalg_norm.Call(input, ord, dims, keepdim);
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) => Ops.linalg_norm_str.Call(input, ord, dims, keepdim);

        /// <summary>The ord-norm of all elements, or along dims.</summary>
        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            Ops.linalg_vector_norm.Call(input, ord, dims, keepdim);

        /// <summary>A matrix norm over the last two axes or dims: ±1, ±2, ±∞, "fro" or "nuc".</summary>
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) =>
            Ops.linalg_matrix_norm_str.Call(input, ord, dims ?? [-2, -1], keepdim);

        /// <inheritdoc cref="matrix_norm(Tensor, string, long[], bool)"/>
        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Ops.linalg_matrix_norm.Call(input, ord, dims ?? [-2, -1], keepdim);

        /// <summary>How many singular values exceed max(atol, rtol times the largest).</summary>
        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Ops.linalg_matrix_rank_float.Call(input, atol, rtol, hermitian);

        /// <inheritdoc cref="matrix_rank(Tensor, double?, double?, bool)"/>
        public static Tensor matrix_rank(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            Ops.linalg_matrix_rank_tensor.Call(input, atol, rtol, hermitian);

        public static Tensor matrix_exp(Tensor input) => input.matrix_exp();

        /// <summary>The cross product of vectors of length 3 along dim.</summary>
        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => Ops.linalg_cross.Call(input, other, dim);

        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) => input.diagonal(offset, dim1, dim2);

        /// <summary>The Vandermonde matrix of a vector, with N ascending powers.</summary>
        public static Tensor vander(Tensor input, long? N = null) => Ops.linalg_vander.Call(input, N);

        /// <summary>Inner products along dim.</summary>
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null) => Tensor.Into(@out, Ops.linalg_vecdot.Call(x, y, dim));
    }
}

internal static partial class Ops
{
    internal static readonly Op linalg_det = new("linalg_det"), linalg_slogdet = new("linalg_slogdet"), linalg_cond = new("linalg_cond"), linalg_cond_str = new("linalg_cond.p_str"),
        linalg_norm = new("linalg_norm"), linalg_norm_str = new("linalg_norm.ord_str"), linalg_vector_norm = new("linalg_vector_norm"),
        linalg_matrix_norm = new("linalg_matrix_norm"), linalg_matrix_norm_str = new("linalg_matrix_norm.str_ord"),
        linalg_matrix_rank_float = new("linalg_matrix_rank.atol_rtol_float"), linalg_matrix_rank_tensor = new("linalg_matrix_rank.atol_rtol_tensor"),
        linalg_cross = new("linalg_cross"), linalg_vander = new("linalg_vander"), linalg_vecdot = new("linalg_vecdot");
}
