using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using Schedule = TorchSharp.torch.optim.lr_scheduler;

namespace TorchSharp.Tests;

public sealed class SchedulerParityTests
{
    // The same settings as in cases_optim.py.
    static readonly Dictionary<string, Func<Optimizer, Schedule.LRScheduler>> Makers = new()
    {
        ["StepLR"] = o => Schedule.StepLR(o, 4, 0.5),
        ["MultiStepLR"] = o => Schedule.MultiStepLR(o, [3, 8, 8, 15], 0.5),
        ["ExponentialLR"] = o => Schedule.ExponentialLR(o, 0.9),
        ["CosineAnnealingLR"] = o => Schedule.CosineAnnealingLR(o, 10, 0.01),
        ["LambdaLR"] = o => Schedule.LambdaLR(o, epoch => 1.0 / (1 + epoch)),
        ["MultiplicativeLR"] = o => Schedule.MultiplicativeLR(o, epoch => 1 - 0.01 * epoch),
        ["ConstantLR"] = o => Schedule.ConstantLR(o, 0.25, 6),
        ["LinearLR"] = o => Schedule.LinearLR(o, 0.1, 0.9, 7),
        ["PolynomialLR"] = o => Schedule.PolynomialLR(o, 12, 2.0),
        ["OneCycleLR"] = o => Schedule.OneCycleLR(o, 1.0, total_steps: 26),
        ["OneCycleLR.threePhase"] = o => Schedule.OneCycleLR(o, 1.0, epochs: 13, steps_per_epoch: 2, anneal_strategy: Schedule.impl.OneCycleLR.AnnealStrategy.Linear, three_phase: true),
        ["CyclicLR"] = o => Schedule.CyclicLR(o, 0.01, 0.2, 4, 6),
        ["CyclicLR.triangular2"] = o => Schedule.CyclicLR(o, 0.01, 0.2, 3, mode: Schedule.impl.CyclicLR.Mode.Triangular2),
        ["CyclicLR.expRange"] = o => Schedule.CyclicLR(o, 0.01, 0.2, 3, mode: Schedule.impl.CyclicLR.Mode.ExpRange, gamma: 0.9),
        ["ReduceLROnPlateau"] = o => Schedule.ReduceLROnPlateau(o, factor: 0.5, patience: 2, cooldown: 1, min_lr: [0.01]),
        ["ReduceLROnPlateau.max"] = o => Schedule.ReduceLROnPlateau(o, mode: "max", factor: 0.3, patience: 1, threshold: 0.01, threshold_mode: "abs"),
        ["SequentialLR"] = o => Schedule.SequentialLR(o, [Schedule.LinearLR(o, 0.1, 1.0, 5), Schedule.CosineAnnealingLR(o, 10), Schedule.ExponentialLR(o, 0.9)], [5, 15]),
        ["ChainedLR"] = o => Schedule.ChainedLR([Schedule.ConstantLR(o, 0.1, 4), Schedule.ExponentialLR(o, 0.9)]),
    };

    static readonly Dictionary<string, Func<int, double>> Metrics = new()
    {
        ["ReduceLROnPlateau"] = epoch => new[] { 1.0, 0.5, 0.4999999, 0.45 }[Math.Min(epoch, 3)],
        ["ReduceLROnPlateau.max"] = epoch => Math.Min(epoch, 6) * 0.02,
    };

    public static TheoryData<string> Cases => [.. Parity.Optim.Cases.Where(name => name.StartsWith("lr.")).Select(name => name[3..])];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rates_and_momenta_are_pytorchs(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        ParityCase given = Parity.Optim["lr." + name];
        Parameter[] parameters = [new(zeros(1))];
        using Optimizer optimizer = name == "OneCycleLR.threePhase" ? optim.Adam(parameters, 0.1) : optim.SGD(parameters, 0.1, momentum: 0.9);
        Schedule.LRScheduler scheduler = Makers[name](optimizer);
        ILearningRateController group = optimizer.ParamGroups.First();
        List<double> rates = [], momenta = [];
        for (int epoch = 0; epoch < given.Read("outputs", "lr").numel(); epoch++)
        {
            rates.Add(group.LearningRate);
            momenta.Add(group is IBetas adam ? adam.Betas.Item1 : ((IMomentum)group).Momentum);
            optimizer.step();
            if (Metrics.TryGetValue(name, out Func<int, double>? metric))
                scheduler.step(metric(epoch));
            else
                scheduler.step();
            Assert.Equal(group.LearningRate, scheduler.get_last_lr().Single());
        }
        given.Equal("outputs", "lr", tensor(rates.ToArray()), 1e-12, 1e-14);
        if (given.Names("outputs").Contains("momentum"))
            given.Equal("outputs", "momentum", tensor(momenta.ToArray()), 1e-12, 1e-14);
    }
}
