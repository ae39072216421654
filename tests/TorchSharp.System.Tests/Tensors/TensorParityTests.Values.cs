using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed partial class TensorParityTests
{
    static Tensor[] Flat(params object[] parts) => [.. parts.SelectMany(part => part switch
    {
        Tensor tensor => [tensor],
        (Tensor one, Tensor two) => [one, two],
        (Tensor one, Tensor two, Tensor three) => [one, two, three],
        IEnumerable<Tensor> tensors => tensors,
        _ => throw new ArgumentException(part.GetType().Name),
    })];

    static Dictionary<string, Func<ParityCase, Tensor[]>> Values => new()
    {
        ["operators"] = g => On(g, (x, y) => [-x, x + 2, 2 - x, 3 * y, 1 / (y + 2), x / 4, x % 0.3, x - y, x * y]),
        ["whole_operators"] = g => On(g, (x, y) => [x + 1, x - y, x * 2.5, x / y, x.floor_divide(y), x % y, 2 - x, x & y, x | y, x ^ y, x == 3, x != y, x < 4, 4 <= x, x >= y]),
        ["rounding_modes"] = g => On(g, (x, y) => [x.div(y, RoundingMode.trunc), x.div(y, RoundingMode.floor), x.div(0.4, RoundingMode.floor)]),
        ["addc"] = g => On(g, (x, y) => [x.addcmul(y, g["p"], 0.5), x.addcdiv(y, g["p"], -2), x.lerp(y, g["p"]), x.add(y, 3)]),
        ["clamp"] = g => On(g, (x, y) => [x.clamp(-0.5, 0.5), x.clamp(min: 0.1), x.clamp(max: 0.1), x.clamp(y, y + 0.5), x.clamp_min(0), x.clamp_max(0)]),
        ["round"] = g => [g["x"].round(), g["x"].round(2)],
        ["where"] = g => On(g, (x, y) => [where(x > 0, x, y), x.masked_fill(x > 0, 2), x.masked_select(x > 0)]),
        ["sums"] = g => On(g, x => [x.sum(dim: 0), x.sum(1, keepdim: true), x.sum(0, 2), x.sum(float64), x.mean([0, 1]), x.mean([2], keepdim: true)]),
        ["moments"] = g => On(g, x => Flat(x.std(1), x.std([0, 2], unbiased: false), x.var(2, keepdim: true), x.var_mean(1), x.std_mean((0, 1)))),
        ["extremes"] = g => On(g, x => Flat(x.max(1), x.min(2, keepdim: true), x.amax(0, 1), x.amin(2), x.detach().aminmax(), x.argmax(1), x.argmin(0, keepdim: true), x.cummax(1), x.cummin(2))),
        ["norms"] = g => On(g, x => [x.norm(), x.norm(p: 1f), x.norm(1, p: 3f), x.dist(x * 2), linalg.norm(x[0]), linalg.vector_norm(x, 1, [1, 2]), linalg.matrix_norm(x)]),
        ["quantiles"] = g => On(g, x => Flat(x.quantile(tensor(new[] { 0.25f, 0.5f })), x.quantile(tensor(0.5f), 0), x.kthvalue(2, 1), x.mode(1), x.nanmedian())),
        ["counts"] = g => On(g, x => Flat(x.flatten().bincount(null!, 10), x.@float().histc(4, 0, 8), x.count_nonzero(), x.count_nonzero([1]),
            (Some(x.unique(return_inverse: true, return_counts: true))), x.unique_consecutive().output, x.@bool().all(1), x.@bool().any(0))),
        ["covariance"] = g => On(g, x => [x.cov(), x.corrcoef(), x.cov(correction: 0)]),
        ["differences"] = g => On(g, x => [x.diff(), x.diff(2, 0), x.trapezoid(0.5), x.cumulative_trapezoid(), x.trapezoid(x.detach().cumsum(1))]),
        ["special"] = g => [special.entr(g["p"]), special.erfcx(g["p"]), special.i0e(g["p"]), special.i1(g["p"]), special.ndtr(g["p"]), special.ndtri(g["u"]), special.xlog1py(g["p"], g["u"]),
            (g["p"] + 2).mvlgamma(2), g["p"].polygamma(1), special.i1e(g["p"])],
        ["bessel"] = g => [special.bessel_j0(g["p"]), special.bessel_y1(g["p"]), special.modified_bessel_i0(g["p"]), special.zeta(g["p"] + 1.5, g["p"]), special.spherical_bessel_j0(g["p"])],
    };

    static (Tensor, Tensor, Tensor) Some((Tensor one, Tensor? two, Tensor? three) found) => (found.one, found.two!, found.three!);

    static Tensor[] On(ParityCase given, Func<Tensor, Tensor[]> run) => run(given["x"]);

    static Tensor[] On(ParityCase given, Func<Tensor, Tensor, Tensor[]> run) => run(given["x"], given["y"]);
}
