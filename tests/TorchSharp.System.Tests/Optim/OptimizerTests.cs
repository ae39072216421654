using System.Runtime.InteropServices;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Tests;

public sealed class OptimizerTests : IDisposable
{
    readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    static Parameter Given(params float[] values) => new(tensor(values));

    static void Descend(Optimizer optimizer, Tensor loss)
    {
        optimizer.zero_grad();
        loss.backward();
        optimizer.step();
    }

    public static TheoryData<string> Kinds => ["SGD", "Adam", "AdamW", "RMSProp", "Adagrad", "Adadelta", "NAdam", "RAdam", "Adamax", "ASGD", "Rprop"];

    internal static OptimizerHelper Make(string kind, IEnumerable<Parameter> parameters) => kind switch
    {
        "SGD" => optim.SGD(parameters, 0.1, momentum: 0.9),
        "Adam" => optim.Adam(parameters, 0.1, amsgrad: true),
        "AdamW" => optim.AdamW(parameters, 0.1),
        "RMSProp" => optim.RMSProp(parameters, 0.1, momentum: 0.9, centered: true),
        "Adagrad" => optim.Adagrad(parameters),
        "Adadelta" => optim.Adadelta(parameters),
        "NAdam" => optim.NAdam(parameters),
        "RAdam" => optim.RAdam(parameters, beta2: 0.5),
        "Adamax" => optim.Adamax(parameters),
        "ASGD" => optim.ASGD(parameters),
        _ => optim.Rprop(parameters),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Saved_state_continues_exactly(string kind)
    {
        Parameter one = Given(1, -2, 3), two = Given(0, 0, 0);
        using OptimizerHelper first = Make(kind, [one]), second = Make(kind, [two]), third = Make(kind, [two]);
        for (int i = 0; i < 6; i++)
            Descend(first, (one * one * (i + 1)).sin().sum());
        first.ParamGroups.First().LearningRate = 0.05;
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        first.save_state_dict(writer);
        file.Position = 0;
        second.load_state_dict(new BinaryReader(file));
        Assert.Equal(file.Length, file.Position);
        Assert.Equal(0.05, second.ParamGroups.First().LearningRate);
        third.load_state_dict(first.state_dict());
        Assert.True(third.state_dict().State[0].ApproximatelyEquals(first.state_dict().State[0]));
        foreach (OptimizerHelper restored in new[] { second, third })
        {
            using (no_grad())
                two.copy_(one);
            Parameter reference = new(one.detach().clone());
            using OptimizerHelper unbroken = Make(kind, [reference]);
            unbroken.load_state_dict(first.state_dict());
            for (int i = 0; i < 3; i++)
            {
                Descend(unbroken, (reference * reference).sum());
                Descend(restored, (two * two).sum());
            }
            Assert.Equal(reference.data<float>().ToArray(), two.data<float>().ToArray());
            Assert.NotEqual(one.data<float>().ToArray(), two.data<float>().ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_nan_in_the_gradient_is_a_nan_in_the_parameter(string kind)
    {
        foreach (float bad in new[] { float.NaN, float.PositiveInfinity })
        {
            Parameter weight = Given([.. Enumerable.Repeat(1f, 37)]);
            using OptimizerHelper optimizer = Make(kind, [weight]);
            float[] gradient = [.. Enumerable.Repeat(1f, 37)];
            gradient[35] = bad;
            weight.grad = tensor(gradient);
            optimizer.step();
            float[] after = weight.data<float>().ToArray();
            // Rprop goes by the gradient's sign, and libtorch gives a NaN the sign 0.
            Assert.Equal(kind == "Rprop", float.IsFinite(after[35]));
            Assert.True(after.Where((_, i) => i != 35).All(float.IsFinite));
            optimizer.step();
            Assert.True(after.Where((_, i) => i != 35).All(float.IsFinite));
        }
    }

    [Theory]
    [InlineData("SGD")]
    [InlineData("Adam")]
    [InlineData("AdamW")]
    [InlineData("RMSProp")]
    public void One_pass_over_many_sizes_gives_what_operators_give(string kind)
    {
        // Contiguous parameters take the single pass, shared among threads; every second column goes by operators.
        int[] sizes = [100_003, 1, 17, 0, 60_000, 4096];
        List<Parameter> flat = [], strided = [];
        foreach (int size in sizes)
        {
            Tensor start = arange(size, ScalarType.Float32).sin();
            Tensor columns = zeros(size, 2).select(1, 0);
            columns.copy_(start);
            flat.Add(new Parameter(start));
            strided.Add(new Parameter(columns));
        }
        using OptimizerHelper one = Make(kind, flat), other = Make(kind, strided);
        for (int step = 0; step < 3; step++)
        {
            for (int i = 0; i < sizes.Length; i++)
                flat[i].grad = strided[i].grad = (arange(sizes[i], ScalarType.Float32) * (step + 1)).cos();
            one.step();
            other.step();
        }
        for (int i = 0; i < sizes.Length; i++)
            Difference.None($"{kind} of {sizes[i]}", strided[i].contiguous(), flat[i], 2e-6, 2e-6);
    }

    [Fact]
    public void Groups_have_their_own_rates_and_fall_back_on_the_optimizers()
    {
        Parameter fast = Given(1), slow = Given(1), late = Given(1);
        using SGD optimizer = optim.SGD([new SGD.ParamGroup { Parameters = [fast], Options = new SGD.Options { LearningRate = 0.5 } }, new SGD.ParamGroup { Parameters = [slow] }], 0.1);
        optimizer.add_param_group(new SGD.ParamGroup([late], lr: 0.25));
        Assert.Equal([0.5, 0.1, 0.25], optimizer.ParamGroups.Select(group => group.LearningRate));
        Assert.Equal([fast, slow, late], optimizer.parameters());
        Descend(optimizer, (fast + slow + late).sum());
        Assert.Equal([0.5f, 0.9f, 0.75f], [fast.item<float>(), slow.item<float>(), late.item<float>()]);
    }

    [Fact]
    public void Zeroed_gradients_stay_allocated_as_in_torchsharp()
    {
        Parameter seen = Given(1, 2), unseen = Given(1);
        using SGD optimizer = optim.SGD([seen, unseen], 0.1);
        (seen * seen).sum().backward();
        optimizer.zero_grad();
        Assert.Equal([0f, 0f], seen.grad!.data<float>().ToArray());
        Assert.Null(unseen.grad);
    }

    [Fact]
    public void A_step_answers_the_closures_loss()
    {
        Parameter weight = Given(3);
        using Adam optimizer = optim.Adam([weight]);
        using (no_grad())
            Assert.Equal(9f, optimizer.step(() =>
            {
                Tensor loss = (weight * weight).sum();
                loss.backward();
                return loss;
            })!.item<float>());
        Assert.Null(optimizer.step());
    }

    [Fact]
    public void What_is_wrong_is_named()
    {
        Parameter weight = Given(1, 2);
        Assert.Contains("lr must be at least 0, not -1", Assert.Throws<ArgumentException>(() => optim.Adam([weight], lr: -1)).Message);
        Assert.Contains("beta2 must be at least 0 and below 1, not 1", Assert.Throws<ArgumentException>(() => optim.AdamW([weight], beta2: 1)).Message);
        Assert.Contains("Nesterov", Assert.Throws<ArgumentException>(() => optim.SGD([weight], 0.1, nesterov: true)).Message);
        using Adam adam = optim.Adam([weight]), two = optim.Adam([weight, Given(1)]);
        using SGD sgd = optim.SGD([weight], 0.1);
        using var file = new MemoryStream();
        sgd.save_state_dict(new BinaryWriter(file));
        file.Position = 0;
        Assert.Contains("saved by SGD, this is Adam", Assert.Throws<InvalidDataException>(() => adam.load_state_dict(new BinaryReader(file))).Message);
        Assert.Contains("has 2 parameters, this optimizer 1", Assert.Throws<ArgumentException>(() => adam.load_state_dict(two.state_dict())).Message);
        weight.Dispose();
        Assert.Contains("disposed", Assert.Throws<ObjectDisposedException>(() => adam.step()).Message);
    }

    [Fact]
    public void A_gradient_of_another_shape_or_type_is_refused()
    {
        Parameter weight = Given(1, 2);
        Assert.Contains("shape [3] cannot be that of a tensor of shape [2]", Assert.Throws<ExternalException>(() => weight.grad = tensor(new float[] { 1, 2, 3 })).Message);
        Assert.Contains("not Double", Assert.Throws<ExternalException>(() => weight.grad = tensor(new double[] { 1, 2 })).Message);
    }

    [Fact]
    public void A_sparse_gradient_moves_the_rows_that_it_has_under_plain_sgd_and_is_refused_by_the_others()
    {
        Parameter weight = new(ones(3, 2));
        weight.grad = new Op("to_sparse").Call(tensor(new float[] { 0, 0, 1, 2, 0, 0 }, [3, 2]));
        optim.SGD([weight], 0.5).step();
        Assert.Equal([1f, 1f, 0.5f, 0f, 1f, 1f], weight.data<float>().ToArray());
        Assert.Contains("Adam does not support sparse gradients", Assert.Throws<ExternalException>(() => optim.Adam([weight]).step()).Message);
        Assert.Contains("RMSprop does not support sparse gradients", Assert.Throws<ExternalException>(() => optim.RMSProp([weight]).step()).Message);
        Assert.Contains("Rprop does not support sparse gradients", Assert.Throws<ArgumentException>(() => optim.Rprop([weight]).step()).Message);
        Assert.Contains("momentum", Assert.Throws<ExternalException>(() => optim.SGD([weight], 0.5, momentum: 0.5).step()).Message);
    }
}
