using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace TorchSharp.Tests;

[Collection(nameof(AloneCollection))]
public sealed class FunctionTests
{
    sealed class Cube : SingleTensorFunction<Cube>
    {
        public override string Name => nameof(Cube);

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            ctx.save_for_backward([(Tensor)vars[0]]);
            ctx.save_data("scale", vars[1]);
            return (Tensor)vars[0] * (Tensor)vars[0] * (Tensor)vars[0] * (double)vars[1];
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
        {
            Tensor x = ctx.get_saved_variables()[0];
            return [grad_output * x * x * (3 * (double)ctx.get_data("scale")), null!];
        }
    }

    sealed class StraightThrough : SingleTensorFunction<StraightThrough>
    {
        public override string Name => nameof(StraightThrough);

        public override Tensor forward(AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).round();

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output];
    }

    sealed class Exponential : SingleTensorFunction<Exponential>
    {
        public override string Name => nameof(Exponential);

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            Tensor output = ((Tensor)vars[0]).exp();
            ctx.save_for_backward([output]);
            return output;
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output * ctx.get_saved_variables()[0]];
    }

    sealed class Split : MultiTensorFunction<Split>
    {
        internal static bool Materialize = true;
        internal static List<Tensor> Seen = [];

        public override string Name => nameof(Split);

        public override List<Tensor> forward(AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            Tensor index = x.argmax();
            ctx.mark_non_differentiable([index]);
            ctx.set_materialize_grads(Materialize);
            return [x * 2, x * 3, index];
        }

        public override List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs)
        {
            Seen = [.. grad_outputs.Select(grad => grad is null ? null! : grad.detach().DetachFromDisposeScope())];
            return [grad_outputs[0] * 2 + (grad_outputs[1] is null ? 0 : grad_outputs[1] * 3)];
        }
    }

    sealed class Doubled : SingleTensorFunction<Doubled>
    {
        public override string Name => nameof(Doubled);

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.mark_dirty([x]);
            return x.mul_(2);
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output * 2];
    }

    sealed class Wrong : SingleTensorFunction<Wrong>
    {
        public override string Name => nameof(Wrong);

        public override Tensor forward(AutogradContext ctx, params object[] vars) => (Tensor)vars[0] + 1;

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => Kind switch
        {
            0 => [grad_output, grad_output],
            1 => [ones(7)],
            _ => throw new InvalidOperationException("no gradient today"),
        };

        internal static int Kind;
    }

    [Fact]
    public void Backward_is_the_functions_own()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[] { 1f, 2, 3 }, requires_grad: true);
        Tensor y = Cube.apply(x, 2.0);
        Assert.True(y.requires_grad);
        y.sum().backward();
        Assert.Equal([6f, 24, 54], x.grad!.data<float>().ToArray());
        Assert.False(Cube.apply(x.detach(), 2.0).requires_grad);
    }

    [Fact]
    public void Second_derivatives_go_through_backward()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[] { 2f }, requires_grad: true);
        Tensor first = grad([Cube.apply(x, 1.0)], [x], retain_graph: true, create_graph: true)[0];
        Assert.Equal(12f, grad([first], [x])[0].item<float>());
        Tensor z = tensor(new[] { 1f }, requires_grad: true);
        Tensor slope = grad([Exponential.apply(z)], [z], retain_graph: true, create_graph: true)[0];
        Assert.Equal(Math.E, grad([slope], [z])[0].item<float>(), 5);
    }

    [Fact]
    public void A_straight_through_estimator_rounds_forward_and_passes_backward()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[] { 0.4f, 1.6f }, requires_grad: true);
        Tensor y = StraightThrough.apply(x * 1);
        Assert.Equal([0f, 2], y.data<float>().ToArray());
        (y * tensor(new[] { 5f, 7 })).sum().backward();
        Assert.Equal([5f, 7], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Several_outputs_and_those_without_gradient()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[] { 1f, 4 }, requires_grad: true);
        Split.Materialize = true;
        List<Tensor> parts = Split.apply(x);
        Assert.False(parts[2].requires_grad);
        Assert.Equal(1, parts[2].item<long>());
        parts[0].sum().backward();
        Assert.Equal([2f, 2], x.grad!.data<float>().ToArray());
        Assert.Equal([0f, 0], Split.Seen[1].data<float>().ToArray());
        Split.Materialize = false;
        Split.apply(x)[0].sum().backward();
        Assert.Null(Split.Seen[1]);
    }

    [Fact]
    public void An_input_changed_in_place_is_the_output()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[] { 3f }, requires_grad: true), y = x * 1;
        Tensor z = Doubled.apply(y);
        Assert.Same(y, z);
        (z * 5).backward();
        Assert.Equal(10f, x.grad!.item<float>());
        Assert.Contains("leaf", Assert.Throws<ExternalException>(() => Doubled.apply(x)).Message);
    }

    [Theory]
    [InlineData(0, "Wrong.backward answered 2 gradients; its forward has 1 arguments")]
    [InlineData(1, "invalid gradient")]
    [InlineData(2, "no gradient today")]
    public void A_wrong_backward_says_what_is_wrong(int kind, string message)
    {
        using var scope = NewDisposeScope();
        Wrong.Kind = kind;
        Tensor x = tensor(new[] { 3f, 4 }, requires_grad: true);
        Assert.Contains(message, Assert.Throws<ExternalException>(() => Wrong.apply(x).sum().backward()).Message);
    }

    [Fact]
    public void Backward_twice_needs_retain_graph()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[] { 2f }, requires_grad: true), y = Cube.apply(x, 1.0);
        y.backward(retain_graph: true);
        y.backward();
        Assert.Equal(24f, x.grad!.item<float>());
        Assert.Contains("second time", Assert.Throws<ExternalException>(() => y.backward()).Message);
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        void Step()
        {
            using var scope = NewDisposeScope();
            Tensor x = tensor(new[] { 2f }, requires_grad: true);
            Cube.apply(x, 1.0).backward();
            Split.apply(x)[0].sum().backward();
            Split.Seen.ForEach(grad => grad?.Dispose());
        }
        Split.Materialize = true;
        Step();
        AloneCollection.Settle();
        long before = Tensor.TotalCount;
        for (int i = 0; i < 50; i++)
            Step();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Jacobians_have_the_outputs_shape_before_the_inputs()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[] { 1f, 2 }), w = tensor(new float[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } });
        Assert.True(functional.jacobian(v => w.mv(v), x).allclose(w));
        Tensor[] two = [.. functional.jacobian(given => given[0] * given[1], x, x * 3)];
        Assert.True(two[0].allclose(diag(x * 3)));
        Assert.True(two[1].allclose(diag(x)));
        Assert.Equal([2L, 2, 2], functional.jacobian(v => outer(v, v), x).shape);
    }

    [Fact]
    public void Anomaly_detection_names_the_operation_that_made_a_NaN()
    {
        using var scope = NewDisposeScope();
        using AnomalyMode mode = detect_anomaly();
        Assert.True(AnomalyMode.IsEnabled);
        Tensor x = tensor(new[] { -1f }, requires_grad: true);
        Assert.Contains("nan", Assert.Throws<ExternalException>(() => x.sqrt().backward()).Message);
    }
}
