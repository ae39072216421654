using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed partial class TensorParityTests
{
    static Dictionary<string, Func<ParityCase, Tensor[]>> Matrices => new()
    {
        ["products"] = g => On(g, (x, y) => Products(x, y, g["b"], g["c"])),
        ["decompositions"] = g => Decompositions(g["s"]),
        ["solving"] = g => Solved(g["s"], g["b"]),
        ["factors"] = g => Factors(g["s"]),
    };

    static Tensor[] Products(Tensor x, Tensor y, Tensor b, Tensor c) =>
        [x.matmul(y), x.mm(y), x.mv(y[0]), b.bmm(c), b.matmul(c), x[0].dot(y[0]), outer(x[0], y[0]), x.addmm(x, y, 0.5f, 2), x[0].addmv(y, x[1]), x.addr(x[0], y[0]),
            x.baddbmm(b, c, 2), x.addbmm(b, c), x.kron(y), x.inner(y), einsum("ij,kj->ik", x, y), einsum("bij,bjk->k", b, c), b.tensordot(c.transpose(0, 1), 1),
            b.tensordot(c, [0, 2], [0, 1]), cdist(x, y), cdist(x, y, 1), x.renorm(2, 0, 0.5f), x[0].vdot(y[1]), chain_matmul(x, y, x)];

    static Tensor[] Decompositions(Tensor s) =>
        [linalg.cholesky(s), linalg.eigvalsh(s), linalg.svdvals(s), linalg.slogdet(s).Item2, linalg.det(s), s.logdet(), s.cholesky_inverse(), linalg.eigh(s).Item1,
            linalg.qr(s).R.abs(), linalg.inv(s), linalg.pinv(s), (s / 10).matrix_exp(), s.matrix_power(3), linalg.cond(s)];

    static Tensor[] Solved(Tensor s, Tensor b) =>
        [linalg.solve(s, b), linalg.solve_triangular(s.tril(), b, upper: false), linalg.solve_triangular(s.triu(), b, upper: true), linalg.lstsq(s, b).Solution,
            b.cholesky_solve(linalg.cholesky(s)), linalg.multi_dot([s, b, s]), linalg.cross(s, b), linalg.vecdot(s, b)];

    static Tensor[] Factors(Tensor s)
    {
        var (factors, pivots) = linalg.lu_factor(s);
        return Flat(linalg.lu(s), linalg.lu_solve(factors, pivots!, s), linalg.matrix_rank(s), linalg.inv(s), linalg.vander(s[0]));
    }

    static Dictionary<string, Func<ParityCase, Tensor[]>> Signals => new()
    {
        ["fourier"] = g => On(g, x => [fft.rfft(x).view_as_real(), fft.irfft(fft.rfft(x), 64), fft.fft_(x, norm: FFTNormType.Ortho).view_as_real(), fft.ifft(x, 16, 1).resolve_conj().view_as_real(),
            fft.rfft2(x).view_as_real(), fft.fft2(x).view_as_real(), fft.fftshift(x, [1]), fft.rfft(x).abs(), fft.rfft(x).angle()]),
        ["frequencies"] = _ => [fft.fftfreq(7, 0.5), fft.rfftfreq(8)],
        ["stft"] = g => On(g, x => [stft(x, 16, 4, 16, hann_window(16)), stft(x, 16, center: false, onesided: false, return_complex: true).view_as_real(),
            istft(stft(x, 16, 4, 16, hann_window(16)), 16, 4, 16, hann_window(16), length: 64)]),
        ["windows"] = _ => [hann_window(9), hann_window(9, false), hamming_window(9), blackman_window(9), bartlett_window(9), kaiser_window(9)],
        ["ranges"] = _ => [arange(7), arange(1, 9, 3), arange(0, 1, 0.3), linspace(-1, 1, 5), logspace(0, 2, 3), logspace(0, 3, 4, 2), eye(2, 3), full(2, 2, 7), ones(2, dtype: int32)],
        ["complex"] = g => On(g, (x, y) => [complex(x, y).abs(), complex(x, y).angle(), polar(x.abs(), y).view_as_real(), (complex(x, y).conj() * complex(y, x)).view_as_real(), complex(x, y).real]),
    };
}
