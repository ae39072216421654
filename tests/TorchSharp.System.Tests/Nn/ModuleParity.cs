using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Nn;

/// <summary>How a module is made in C#, and what it is called with in a recorded case.</summary>
internal sealed record ModuleParity(Func<nn.Module> Make, Func<nn.Module, ParityCase, IReadOnlyList<Tensor>> Call, bool Plain = false)
{
    internal static ModuleParity Of(Func<Module<Tensor, Tensor>> make) => new(make, (module, given) => [((Module<Tensor, Tensor>)module).call(given["0"])], Plain: true);

    internal static ModuleParity OfTwo(Func<Module<Tensor, Tensor, Tensor>> make) => new(make, (module, given) => [((Module<Tensor, Tensor, Tensor>)module).call(given["0"], given["1"])], Plain: true);

    internal static ModuleParity Of<T>(Func<T> make, Func<T, ParityCase, IReadOnlyList<Tensor>> call) where T : nn.Module => new(make, (module, given) => call((T)module, given));

    /// <summary>The cases of the fixture whose names begin so, without that beginning.</summary>
    internal static TheoryData<string> Cases(string area) => [.. Parity.Nn.Cases.Where(name => name.StartsWith(area + "/", StringComparison.Ordinal)).Select(name => name[(area.Length + 1)..])];

    /// <summary>Compares state names, outputs, gradients and the state after PyTorch's steps of gradient descent; a plain call must leave no tensor behind but its result.</summary>
    internal void Check(string name, double relative = 1e-5, double absolute = 1e-6)
    {
        using DisposeScope scope = NewDisposeScope();
        ParityCase given = Parity.Nn[name];
        using nn.Module module = Make();
        Restore(module, given);
        foreach (string input in given.Names("inputs"))
            _ = given[input];
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        IReadOnlyList<Tensor> outputs = Call(module, given);
        if (Plain)
            Assert.Equal(before + outputs.Count, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        given.CheckOutputs(outputs, relative, absolute);
        given.Backward(outputs);
        given.CheckInputGradients(relative, absolute);
        foreach (var (key, parameter) in module.named_parameters())
            if (given.Names("gradients").Contains(key))
                given.Equal("gradients", key, parameter.grad!, relative, absolute);
            else
                Assert.Null(parameter.grad);
        if (given.Names("trained").Count > 0)
            Train(module, given, relative, absolute);
    }

    static void Restore(nn.Module module, ParityCase given)
    {
        Assert.Equal(given.Names("state").Order(), module.state_dict().Keys.Order());
        module.load_state_dict(given.Names("state").ToDictionary(key => key, key => given.Read("state", key)));
    }

    void Train(nn.Module module, ParityCase given, double relative, double absolute)
    {
        Restore(module, given);
        long steps = given.Read("descent", "steps").item<long>();
        float rate = given.Read("descent", "rate").item<float>();
        for (long step = 0; step < steps; step++)
        {
            module.zero_grad();
            given.Backward(Call(module, given));
            using IDisposable unrecorded = no_grad();
            foreach (Parameter parameter in module.parameters())
                if (parameter.grad is { } gradient)
                    parameter.sub_(gradient * rate);
        }
        foreach (var (key, tensor) in module.state_dict())
            given.Equal("trained", key, tensor, relative, absolute);
    }
}
