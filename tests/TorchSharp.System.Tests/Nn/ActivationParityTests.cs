using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

public sealed class ActivationParityTests
{
    static readonly Dictionary<string, Func<Module<Tensor, Tensor>>> Modules = new()
    {
        ["ReLU()"] = () => ReLU(),
        ["ReLU6()"] = () => ReLU6(),
        ["LeakyReLU(negative_slope=0.2)"] = () => LeakyReLU(0.2),
        ["ELU(alpha=1.5)"] = () => ELU(1.5),
        ["CELU(alpha=0.7)"] = () => CELU(0.7),
        ["SELU()"] = () => SELU(),
        ["GELU(approximate='none')"] = () => GELU(),
        ["GELU(approximate='tanh')"] = () => GELU(TorchSharp.Modules.GELU.Approximate.tanh),
        ["SiLU()"] = () => SiLU(),
        ["Mish()"] = () => Mish(),
        ["Sigmoid()"] = () => Sigmoid(),
        ["Tanh()"] = () => Tanh(),
        ["Hardtanh(min_val=-0.5, max_val=0.7)"] = () => Hardtanh(-0.5, 0.7),
        ["Hardsigmoid()"] = () => Hardsigmoid(),
        ["Hardswish()"] = () => Hardswish(),
        ["Hardshrink(0.4)"] = () => Hardshrink(0.4),
        ["Softshrink(0.4)"] = () => Softshrink(0.4),
        ["Softplus(beta=2, threshold=3)"] = () => Softplus(2, 3),
        ["Softsign()"] = () => Softsign(),
        ["Tanhshrink()"] = () => Tanhshrink(),
        ["LogSigmoid()"] = () => LogSigmoid(),
        ["Threshold(threshold=0.1, value=20)"] = () => Threshold(0.1, 20),
        ["GLU(dim=-1)"] = () => GLU(),
        ["Softmax(dim=1)"] = () => Softmax(1),
        ["LogSoftmax(dim=1)"] = () => LogSoftmax(1),
        ["Softmin(dim=1)"] = () => Softmin(1),
        ["Softmax2d()"] = () => Softmax2d(),
        ["PReLU(num_parameters=3)"] = () => PReLU(3),
        ["RReLU(lower=0.125, upper=0.3333333333333333)"] = () => RReLU(),
    };

    public static TheoryData<string> Cases => ModuleParity.Cases("activation");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_module_and_its_gradients_are_pytorchs(string name) => ModuleParity.Of(Modules[name]).Check("activation/" + name);

    // What each answers in place of its input: the same tensor under another handle, changed.
    public static TheoryData<string> InPlace => ["relu", "relu6", "leaky_relu", "elu", "celu", "selu", "silu", "mish", "sigmoid", "tanh", "hardtanh", "hardsigmoid", "hardswish", "softsign", "tanhshrink", "threshold", "gelu", "rrelu"];

    [Theory]
    [MemberData(nameof(InPlace))]
    public void In_place_changes_the_input_and_answers_it_under_another_handle(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        Func<Tensor, bool, Tensor> run = name switch
        {
            "relu" => (x, inplace) => functional.relu(x, inplace),
            "relu6" => (x, inplace) => functional.relu6(x, inplace),
            "leaky_relu" => (x, inplace) => functional.leaky_relu(x, 0.1, inplace),
            "elu" => (x, inplace) => functional.elu(x, 1, inplace),
            "celu" => (x, inplace) => functional.celu(x, 1, inplace),
            "selu" => functional.selu,
            "silu" => functional.silu,
            "mish" => functional.mish,
            "sigmoid" => functional.sigmoid,
            "tanh" => functional.tanh,
            "hardtanh" => (x, inplace) => functional.hardtanh(x, -0.5, 0.5, inplace),
            "hardsigmoid" => functional.hardsigmoid,
            "hardswish" => functional.hardswish,
            "softsign" => functional.softsign,
            "tanhshrink" => functional.tanhshrink,
            "threshold" => (x, inplace) => functional.threshold(x, 0.1, 20, inplace),
            "gelu" => functional.gelu,
            _ => (x, inplace) => functional.rrelu(x, inplace: inplace),
        };
        Tensor x = linspace(-2, 2, 9), expected = run(x, false);
        Assert.False(x.Equals(expected));
        Tensor answered = run(x, true);
        Assert.NotSame(x, answered);
        Assert.True(x.Equals(expected) && answered.Equals(expected));
        answered.Dispose();
        Assert.False(x.IsInvalid);
    }
}
