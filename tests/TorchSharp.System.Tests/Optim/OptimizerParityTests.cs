using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Tests;

public sealed class OptimizerParityTests
{
    // The same settings as in cases_optim.py.
    static readonly Dictionary<string, Func<IEnumerable<Parameter>, Optimizer>> Makers = new()
    {
        ["SGD"] = p => optim.SGD(p, 0.1),
        ["SGD.momentum"] = p => optim.SGD(p, 0.1, momentum: 0.9, dampening: 0.1, weight_decay: 0.01),
        ["SGD.nesterov"] = p => optim.SGD(p, 0.1, momentum: 0.9, nesterov: true, maximize: true, weight_decay: 0.01),
        ["Adam"] = p => optim.Adam(p, 0.05),
        ["Adam.decay"] = p => optim.Adam(p, 0.05, 0.8, 0.99, eps: 1e-4, weight_decay: 0.1, maximize: true),
        ["Adam.amsgrad"] = p => optim.Adam(p, 0.05, 0.5, 0.6, weight_decay: 0.1, amsgrad: true),
        ["AdamW"] = p => optim.AdamW(p, 0.05, weight_decay: 0.1),
        ["AdamW.amsgrad"] = p => optim.AdamW(p, 0.05, 0.5, 0.6, weight_decay: 0.1, amsgrad: true, maximize: true),
        ["RMSProp"] = p => optim.RMSProp(p, 0.01),
        ["RMSProp.centered"] = p => optim.RMSProp(p, 0.01, alpha: 0.9, weight_decay: 0.1, momentum: 0.5, centered: true, maximize: true),
        ["Adagrad"] = p => optim.Adagrad(p, 0.1, lr_decay: 0.1, weight_decay: 0.1, initial_accumulator_value: 0.2),
        ["Adadelta"] = p => optim.Adadelta(p, 1.0, weight_decay: 0.1, maximize: true),
        ["NAdam"] = p => optim.NAdam(p, 0.05, weight_decay: 0.1),
        ["RAdam"] = p => optim.RAdam(p, 0.05, weight_decay: 0.1),
        ["Adamax"] = p => optim.Adamax(p, 0.05, weight_decay: 0.1),
        ["ASGD"] = p => optim.ASGD(p, 0.05, lambd: 0.1, t0: 3, weight_decay: 0.1),
        ["Rprop"] = p => optim.Rprop(p, 0.05, maximize: true),
        ["LBFGS"] = p => optim.LBFGS(p, 0.5, max_iter: 4, history_size: 3),
    };

    public static TheoryData<string> Cases => [.. Parity.Optim.Cases.Where(name => Makers.ContainsKey(Setting(name)))];

    static string Setting(string name) => name.Replace(".float64", "").Replace(".bfloat16", "");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ten_steps_are_pytorchs(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        ParityCase given = Parity.Optim[name];
        List<Parameter> parameters = Parameters(given, strided: name != "LBFGS");
        using Optimizer optimizer = Makers[Setting(name)](parameters);
        // PyTorch adds float32 numbers one operator after the other, the bridge's single pass fuses some: a last digit may differ.
        double allowed = Parity.Allowed(name, __version__, name.EndsWith(".bfloat16") ? 0 : name.EndsWith(".float64") ? 1e-12 : name == "LBFGS" ? 1e-5 : 1e-6);
        for (int step = 1; step <= 10; step++)
        {
            optimizer.step(() => Loss(optimizer, parameters, step));
            if (step is 1 or 10)
                for (int i = 0; i < 4; i++)
                    given.Equal("outputs", $"{step}.p{i}", parameters[i], allowed, allowed);
        }
    }

    [Fact]
    public void Every_recorded_optimizer_is_tested() => Assert.Equal(18 + 2 * 10, Cases.Count);

    // A matrix, a vector, a transposed matrix and every second column of one.
    static List<Parameter> Parameters(ParityCase given, bool strided)
    {
        if (!strided)
            return [.. Enumerable.Range(0, 4).Select(i => new Parameter(given[$"p{i}"].clone()))];
        Tensor wide = zeros(3, 8, given["p3"].dtype);
        Tensor columns = wide.slice(1, 0, 8, 2);
        columns.copy_(given["p3"]);
        return [new(given["p0"].clone()), new(given["p1"].clone()), new(given["p2"].t().contiguous().t()), new(columns)];
    }

    // The vector, parameter 1, joins at the fourth step.
    static Tensor Loss(Optimizer optimizer, List<Parameter> parameters, int step)
    {
        optimizer.zero_grad();
        Tensor loss = zeros(1, parameters[0].dtype).squeeze();
        for (int i = 0; i < parameters.Count; i++)
            if (i != 1 || step > 3)
                loss = loss + ((parameters[i] * 3 + i).sin() + parameters[i] * parameters[i] * 0.25).sum();
        loss.backward();
        return loss;
    }
}
