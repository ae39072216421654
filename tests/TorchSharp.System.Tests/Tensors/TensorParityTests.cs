using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Every operator's values and gradients against PyTorch's.</summary>
public sealed partial class TensorParityTests
{
    static Dictionary<string, Func<ParityCase, Tensor[]>> Cases => field ??= All();

    public static TheoryData<string> Names => [.. Cases.Keys];

    // PyTorch's own threads sum in another order.
    [Theory]
    [MemberData(nameof(Names))]
    public void An_operator_and_its_gradients_are_pytorchs(string name) => Parity.Torch.CheckAll(name, Cases[name], 2e-5, 2e-6);

    [Fact]
    public void No_recorded_case_is_left_out() => Assert.Equal(Parity.Torch.Cases.Order(), Cases.Keys.Order());

    static Dictionary<string, Func<ParityCase, Tensor[]>> All()
    {
        var cases = new Dictionary<string, Func<ParityCase, Tensor[]>> { ["add"] = given => [given["a"] + given["b"]] };
        foreach (var (name, run) in One)
            cases.Add(name, given => [run(given["x"])]);
        foreach (var (name, run) in Two)
            cases.Add(name, given => [run(given["x"], given["y"])]);
        foreach (var (name, run) in Values.Concat(Shapes).Concat(Places).Concat(Matrices).Concat(Signals))
            cases.Add(name, run);
        return cases;
    }

    static Dictionary<string, Func<Tensor, Tensor>> One => new()
    {
        ["sin"] = sin, ["cos"] = cos, ["tan"] = tan, ["sinh"] = sinh, ["cosh"] = cosh, ["tanh"] = tanh, ["atan"] = atan, ["asinh"] = asinh, ["exp"] = exp, ["exp2"] = exp2,
        ["expm1"] = expm1, ["sigmoid"] = sigmoid, ["erf"] = erf, ["erfc"] = erfc, ["abs"] = abs, ["neg"] = neg, ["sgn"] = sgn, ["sign"] = sign, ["ceil"] = ceil, ["floor"] = floor,
        ["trunc"] = trunc, ["frac"] = frac, ["square"] = square, ["relu"] = x => x.relu(), ["relu6"] = x => x.relu6(), ["selu"] = x => x.selu(), ["sinc"] = sinc,
        ["rad2deg"] = rad2deg, ["deg2rad"] = deg2rad, ["log"] = log, ["log2"] = log2, ["log10"] = log10, ["log1p"] = log1p, ["sqrt"] = sqrt, ["rsqrt"] = rsqrt,
        ["reciprocal"] = reciprocal, ["lgamma"] = lgamma, ["digamma"] = digamma, ["acosh"] = acosh, ["i0"] = i0, ["asin"] = asin, ["acos"] = acos, ["atanh"] = atanh,
        ["erfinv"] = erfinv, ["logit"] = x => x.logit(), ["sum"] = x => x.sum(), ["mean"] = mean, ["prod"] = x => x.prod(), ["std"] = x => x.std(), ["var"] = x => x.var(),
        ["max"] = max, ["min"] = min, ["median"] = median, ["norm"] = x => x.norm(), ["logsumexp0"] = x => x.logsumexp(0), ["cumsum"] = x => x.cumsum(1),
        ["cumprod"] = x => x.cumprod(1), ["logcumsumexp"] = x => x.logcumsumexp(1), ["softmax"] = x => x.softmax(1), ["log_softmax"] = x => x.log_softmax(1),
        ["argmax"] = argmax, ["argmin"] = argmin, ["all"] = all, ["any"] = any, ["nansum"] = nansum, ["isnan"] = isnan, ["isinf"] = isinf, ["isfinite"] = isfinite,
        ["isposinf"] = isposinf, ["isneginf"] = isneginf, ["nan_to_num"] = x => x.nan_to_num(), ["bitwise_not"] = x => ~x, ["logical_not"] = logical_not,
    };

    static Dictionary<string, Func<Tensor, Tensor, Tensor>> Two => new()
    {
        ["sub"] = sub, ["mul"] = mul, ["div"] = (x, y) => div(x, y), ["atan2"] = atan2, ["maximum"] = maximum, ["minimum"] = minimum, ["hypot"] = hypot, ["copysign"] = copysign,
        ["logaddexp"] = logaddexp, ["logaddexp2"] = logaddexp2, ["fmax"] = fmax, ["fmin"] = fmin, ["pow"] = pow, ["xlogy"] = xlogy, ["remainder"] = remainder, ["fmod"] = fmod,
        ["floor_divide"] = floor_divide, ["float_power"] = float_power, ["igamma"] = igamma, ["igammac"] = igammac, ["heaviside"] = heaviside, ["ldexp"] = ldexp,
        ["nextafter"] = nextafter, ["eq"] = eq, ["ne"] = ne, ["lt"] = lt, ["le"] = le, ["gt"] = gt, ["ge"] = ge, ["isclose"] = (x, y) => x.isclose(y),
        ["bitwise_and"] = (x, y) => x & y, ["bitwise_or"] = (x, y) => x | y, ["bitwise_xor"] = (x, y) => x ^ y, ["bitwise_left_shift"] = bitwise_left_shift,
        ["bitwise_right_shift"] = bitwise_right_shift, ["gcd"] = gcd, ["lcm"] = lcm, ["logical_and"] = logical_and, ["logical_or"] = logical_or, ["logical_xor"] = logical_xor,
    };
}
