"""Tensor and torch operators: x and y of shape (2, 3), p positive, u between zero and one, m a matrix (3, 3), i whole numbers."""
import torch

from parity import Fixture, integers, values

fixture = Fixture("torch")
fixture.case("add", lambda a, b: a + b, a=values(2, 3, seed=1), b=values(3, seed=2))

x, y = values(2, 3, seed=1), values(2, 3, seed=2)
p, q = values(2, 3, seed=3, low=0.2, high=3), values(2, 3, seed=4, low=0.2, high=3)
u = values(2, 3, seed=5, low=0.05, high=0.95)
m, n = values(3, 3, seed=6), values(3, 3, seed=7)
s = m @ m.T + 3 * torch.eye(3)
b3, c3 = values(2, 3, 4, seed=8), values(2, 4, 3, seed=9)
i, j = integers(2, 3, seed=10, low=0, high=8), integers(2, 3, seed=11, low=1, high=8)
v = values(6, seed=12)
k = integers(4, seed=13, low=0, high=3)
signal = values(2, 64, seed=14)


def one(run):
    return lambda x: run(x)


def two(run):
    return lambda x, y: run(x, y)


# One argument, by name: the same name in C#.
for name in "sin cos tan sinh cosh tanh atan asinh exp exp2 expm1 sigmoid erf erfc abs neg sgn sign ceil floor trunc frac square relu relu6 selu sinc rad2deg deg2rad".split():
    run = getattr(torch, name, None) or getattr(torch.nn.functional, name)
    fixture.case(name, one(run), grad=name != "sgn", x=2 * x)  # PyTorch 1.13's gradient of sgn has no memory behind it
for name in "log log2 log10 log1p sqrt rsqrt reciprocal lgamma digamma acosh i0".split():
    fixture.case(name, one(getattr(torch, name)), x=p + (1 if name == "acosh" else 0))
for name in "asin acos atanh erfinv logit".split():
    fixture.case(name, one(getattr(torch, name)), x=u)
for name in "sum mean prod std var max min median norm logsumexp0 cumsum cumprod logcumsumexp softmax log_softmax argmax argmin all any nansum".split():
    calls = {"logsumexp0": lambda x: x.logsumexp(0), "cumsum": lambda x: x.cumsum(1), "cumprod": lambda x: x.cumprod(1), "logcumsumexp": lambda x: x.logcumsumexp(1),
             "softmax": lambda x: x.softmax(1), "log_softmax": lambda x: x.log_softmax(1)}
    fixture.case(name, one(calls.get(name) or getattr(torch, name)), x=x)
for name in "isnan isinf isfinite isposinf isneginf nan_to_num".split():
    fixture.case(name, one(getattr(torch, name)), grad=False, x=torch.tensor([1.0, float("nan"), float("inf"), float("-inf"), 0.0]))

# Two arguments.
for name in "sub mul div atan2 maximum minimum hypot copysign logaddexp logaddexp2 fmax fmin".split():
    fixture.case(name, two(getattr(torch, name)), x=x, y=y)
for name in "pow xlogy remainder fmod floor_divide float_power igamma igammac heaviside ldexp nextafter".split():
    fixture.case(name, two(getattr(torch, name)), grad=name in ("pow", "xlogy", "remainder", "fmod", "ldexp", "float_power"), x=p, y=q)
for name in "eq ne lt le gt ge isclose".split():
    fixture.case(name, two(getattr(torch, name)), grad=False, x=x, y=torch.where(u > 0.5, x, y))
for name in "bitwise_and bitwise_or bitwise_xor bitwise_left_shift bitwise_right_shift gcd lcm logical_and logical_or logical_xor".split():
    fixture.case(name, two(getattr(torch, name)), x=i, y=j)
for name in "bitwise_not logical_not".split():
    fixture.case(name, one(getattr(torch, name)), x=i)
fixture.case("operators", lambda x, y: [-x, x + 2, 2 - x, 3 * y, 1 / (y + 2), x / 4, x % 0.3, x - y, x * y], x=x, y=y)
fixture.case("whole_operators", lambda x, y: [x + 1, x - y, x * 2.5, x / y, x // y, x % y, 2 - x, x & y, x | y, x ^ y, x == 3, x != y, x < 4, 4 <= x, x >= y], x=i, y=j)
fixture.case("rounding_modes", lambda x, y: [torch.div(x, y, rounding_mode="trunc"), torch.div(x, y, rounding_mode="floor"), torch.div(x, 0.4, rounding_mode="floor")], grad=False, x=x, y=y)
fixture.case("addc", lambda x, y, p: [torch.addcmul(x, y, p, value=0.5), torch.addcdiv(x, y, p, value=-2), torch.lerp(x, y, p), x.add(y, alpha=3)], x=x, y=y, p=p)
fixture.case("clamp", lambda x, y: [x.clamp(-0.5, 0.5), x.clamp(min=0.1), x.clamp(max=0.1), x.clamp(y, y + 0.5), x.clamp_min(0), x.clamp_max(0)], x=x, y=y)
fixture.case("round", lambda x: [x.round(), x.round(decimals=2)], grad=False, x=7 * x)
fixture.case("where", lambda x, y: [torch.where(x > 0, x, y), x.masked_fill(x > 0, 2), x.masked_select(x > 0)], x=x, y=y)

# Reductions with axes.
fixture.case("sums", lambda x: [x.sum(0), x.sum(1, keepdim=True), x.sum((0, 2)), x.sum(dtype=torch.float64), x.mean((0, 1)), x.mean((2,), keepdim=True)], x=b3)
fixture.case("moments", lambda x: [x.std(1), x.std((0, 2), unbiased=False), x.var(2, keepdim=True), *torch.var_mean(x, 1), *torch.std_mean(x, (0, 1))], x=b3)
fixture.case("extremes", lambda x: [*x.max(1), *x.min(2, keepdim=True), x.amax((0, 1)), x.amin(2), *torch.aminmax(x.detach()), x.argmax(1), x.argmin(0, keepdim=True), *x.cummax(1), *x.cummin(2)], x=b3)
fixture.case("norms", lambda x: [x.norm(), x.norm(p=1), x.norm(p=3, dim=1), torch.dist(x, x * 2), torch.linalg.norm(x[0]), torch.linalg.vector_norm(x, 1, (1, 2)), torch.linalg.matrix_norm(x)], x=b3)
fixture.case("quantiles", lambda x: [x.quantile(torch.tensor([0.25, 0.5])), x.quantile(torch.tensor(0.5), 0), *x.kthvalue(2, 1), *x.mode(1), x.nanmedian()], grad=False, x=x)
fixture.case("counts", lambda x: [torch.bincount(x.flatten(), minlength=10), x.float().histc(4, 0, 8), x.count_nonzero(), x.count_nonzero(1), *torch.unique(x, return_inverse=True, return_counts=True),
                                  torch.unique_consecutive(x), x.bool().all(1), x.bool().any(0)], x=i)
fixture.case("covariance", lambda x: [x.cov(), x.corrcoef(), x.cov(correction=0)], x=x)
fixture.case("differences", lambda x: [x.diff(), x.diff(2, 0), torch.trapezoid(x, dx=0.5), torch.cumulative_trapezoid(x), torch.trapezoid(x, x.detach().cumsum(1))], x=m)

# Shapes.
fixture.case("views", lambda x: [x.view(4, 6), x.reshape(-1), x.flatten(1), x.unflatten(2, (2, 2)), x.unsqueeze(1), x[:1].squeeze(0), x[:1].expand(5, 3, 4), x.unfold(2, 2, 1), x.narrow(1, 1, 2),
                                 x.select(1, 2), x.diagonal(0, 1, 2), x.ravel(), torch.as_strided(x, (2, 2), (1, 4), 1), x.broadcast_to(2, 2, 3, 4)], x=b3)
fixture.case("permuting", lambda x: [x.transpose(0, 2), x.permute(2, 0, 1), x.movedim(0, 2), x.flip(0, 2), x.flip(1), x.roll(1), x.roll((1, 2), (0, 2)), x.rot90(1, (0, 1)), x[0].T, x.mT, x[0].fliplr(),
                                     x.repeat(1, 2, 1), x.tile((2,)), x.repeat_interleave(2, 1), x.repeat_interleave(2), x.swapaxes(0, 1)], x=b3)
fixture.case("splitting", lambda x: [*x.chunk(2, 1), *x.split(3, 2), *x.split([1, 3], 2), *x.unbind(0), *x.tensor_split(3, 2), *x.tensor_split((1, 2), 2), *x.hsplit(3), *x.vsplit([1]), *x.dsplit(2)], x=b3)
fixture.case("joining", lambda x, y: [torch.cat([x, y], 1), torch.stack([x, y], 1), torch.hstack([x, y]), torch.vstack([x, y]), torch.dstack([x, y]), torch.column_stack([x, y]), torch.block_diag(x, y),
                                      *torch.meshgrid(x[0], y[1], indexing="xy"), torch.cartesian_prod(x[0], y[0]), torch.combinations(x[0]), *torch.broadcast_tensors(x[0], y)], x=x, y=y)
fixture.case("triangles", lambda x: [x.tril(), x.triu(1), x.diag(), x[0].diag(), x.diag_embed(), x.trace(), torch.diagflat(x[0], 1)], x=m)
fixture.case("indices", lambda x: [torch.tril_indices(3, 4), torch.triu_indices(3, 3, 1), x.nonzero(), x.argwhere(), *x.nonzero(as_tuple=True)], x=i)

# Gathering and sorting.
fixture.case("gathering", lambda x, k: [x.gather(0, k.view(2, 2)), x.index_select(1, k), x.take(k), x.take_along_dim(k.view(1, 4)[:, :3], 0), x[k], x[:, k], x[k[:2], k[2:]], x[None, ..., 1], x[1:, ::2]], x=m, k=k)
fixture.case("scattering", lambda x, y, k: [x.scatter(0, k[:3].view(1, 3), y[:1]), x.scatter_add(1, k[:3].view(3, 1), y[:, :1]), x.index_add(0, k[:2], y[:2], alpha=2), x.index_fill(1, k[:1], 5), x.masked_scatter(x > 0, y),
                                            x.select_scatter(y[0], 0, 1), x.slice_scatter(y[:, :1], 1, 1, 2, 1), x.diagonal_scatter(y[0]), x.index_copy(0, k[:1], y[:1])], x=m, y=n, k=k)
fixture.case("sorting", lambda x: [*x.sort(1), *x.sort(0, descending=True), x.argsort(1), x.msort(), *x.topk(2, 1), *x.topk(2, 0, largest=False)], x=m)
fixture.case("searching", lambda x, v: [torch.searchsorted(v, x), torch.bucketize(x, v, right=True), torch.isin(x, v), *torch.histogram(x.flatten(), 4, range=(-1.0, 1.0)), *torch.histogram(x.flatten(), v)],
             grad=False, x=x, v=v.sort().values)

# Matrices.
fixture.case("products", lambda x, y, b, c: [x @ y, x.mm(y), x.mv(y[0]), b.bmm(c), b @ c, x[0].dot(y[0]), torch.outer(x[0], y[0]), torch.addmm(x, x, y, beta=0.5, alpha=2), torch.addmv(x[0], y, x[1]), torch.addr(x, x[0], y[0]),
                                             torch.baddbmm(x, b, c, beta=2), torch.addbmm(x, b, c), torch.kron(x, y), x.inner(y), torch.einsum("ij,kj->ik", x, y), torch.einsum("bij,bjk->k", b, c), torch.tensordot(b, c.transpose(0, 1), 1),
                                             torch.tensordot(b, c, ([0, 2], [0, 1])), torch.cdist(x, y), torch.cdist(x, y, 1), x.renorm(2, 0, 0.5), x[0].vdot(y[1]), torch.chain_matmul(x, y, x)],
             x=m, y=n, b=b3, c=c3)
fixture.case("decompositions", lambda s: [torch.linalg.cholesky(s), torch.linalg.eigvalsh(s), torch.linalg.svdvals(s), torch.linalg.slogdet(s)[1], torch.linalg.det(s), torch.logdet(s), s.cholesky_inverse(), torch.linalg.eigh(s)[0],
                                          torch.linalg.qr(s)[1].abs(), torch.linalg.inv(s), torch.linalg.pinv(s), torch.matrix_exp(s / 10), torch.matrix_power(s, 3), torch.linalg.cond(s)], s=s)
fixture.case("solving", lambda s, b: [torch.linalg.solve(s, b), torch.linalg.solve_triangular(s.tril(), b, upper=False), torch.linalg.solve_triangular(s.triu(), b, upper=True), torch.linalg.lstsq(s, b).solution,
                                      torch.cholesky_solve(b, torch.linalg.cholesky(s)), torch.linalg.multi_dot([s, b, s]), torch.linalg.cross(s, b), torch.linalg.vecdot(s, b)], s=s, b=n)
fixture.case("factors", lambda s: [*torch.linalg.lu(s), torch.linalg.lu_solve(*torch.linalg.lu_factor(s), s), torch.linalg.matrix_rank(s), *torch.linalg.inv_ex(s)[:1], torch.linalg.vander(s[0])], grad=False, s=s)

# Special functions.
fixture.case("special", lambda p, u: [torch.special.entr(p), torch.special.erfcx(p), torch.special.i0e(p), torch.special.i1(p), torch.special.ndtr(p), torch.special.ndtri(u), torch.special.xlog1py(p, u), torch.mvlgamma(p + 2, 2),
                                      torch.polygamma(1, p), torch.special.i1e(p)], p=p, u=u)
fixture.case("bessel", lambda p: [torch.special.bessel_j0(p), torch.special.bessel_y1(p), torch.special.modified_bessel_i0(p), torch.special.zeta(p + 1.5, p), torch.special.spherical_bessel_j0(p)], grad=False, p=p)

# Signals.
fixture.case("fourier", lambda x: [torch.view_as_real(torch.fft.rfft(x)), torch.fft.irfft(torch.fft.rfft(x), 64), torch.view_as_real(torch.fft.fft(x, norm="ortho")), torch.view_as_real(torch.fft.ifft(x, 16, 1).resolve_conj()),
                                   torch.view_as_real(torch.fft.rfft2(x)), torch.view_as_real(torch.fft.fft2(x)), torch.fft.fftshift(x, 1), torch.fft.rfft(x).abs(), torch.fft.rfft(x).angle()], x=signal[:, :32])
fixture.case("frequencies", lambda: [torch.fft.fftfreq(7, 0.5), torch.fft.rfftfreq(8)])
fixture.case("stft", lambda x: [torch.view_as_real(torch.stft(x, 16, 4, 16, torch.hann_window(16), return_complex=True)),
                                torch.view_as_real(torch.stft(x, 16, center=False, onesided=False, return_complex=True)),
                                torch.istft(torch.stft(x, 16, 4, 16, torch.hann_window(16), return_complex=True), 16, 4, 16, torch.hann_window(16), length=64)], x=signal)
fixture.case("windows", lambda: [torch.hann_window(9), torch.hann_window(9, False), torch.hamming_window(9), torch.blackman_window(9), torch.bartlett_window(9), torch.kaiser_window(9)])
fixture.case("ranges", lambda: [torch.arange(7), torch.arange(1, 9, 3), torch.arange(0, 1, 0.3), torch.linspace(-1, 1, 5), torch.logspace(0, 2, 3), torch.logspace(0, 3, 4, 2), torch.eye(2, 3), torch.full((2, 2), 7), torch.ones(2, dtype=torch.int32)])
fixture.case("complex", lambda x, y: [torch.complex(x, y).abs(), torch.complex(x, y).angle(), torch.view_as_real(torch.polar(x.abs(), y)), torch.view_as_real(torch.complex(x, y).conj() * torch.complex(y, x)), torch.complex(x, y).real],
             x=x, y=y)
