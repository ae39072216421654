using static TorchSharp.torch;

namespace TorchSharp.Tests;

// float64 goes through libtorch's own operator, float32 through oneDNN.
public sealed class DeconvolutionTests
{
    [Theory]
    [InlineData(4, 2, 1, 0, 1, 1)]
    [InlineData(3, 2, 1, 1, 1, 2)]
    [InlineData(3, 1, 0, 0, 2, 1)]
    public void Values_and_gradients_are_those_of_libtorch_s_own_operator(long kernel, long stride, long padding, long extra, long dilation, long groups)
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        Tensor[] exact = [randn(3, 4, 5, 6, dtype: float64), randn(4, 6 / groups, kernel, kernel, dtype: float64), randn(6, dtype: float64)];
        Tensor[] single = [.. exact.Select(tensor => tensor.to(float32).requires_grad_())];
        foreach (Tensor tensor in exact)
            tensor.requires_grad_();
        Tensor Run(Tensor[] of) => nn.functional.conv_transpose2d(of[0], of[1], of[2], [stride], [padding], [extra], [dilation, dilation], groups);
        Tensor expected = Run(exact), actual = Run(single);
        Assert.Equal(expected.shape, actual.shape);
        Assert.True(actual.to(float64).allclose(expected, rtol: 1e-4, atol: 1e-4));
        Tensor weights = randn_like(expected);
        (expected * weights).sum().backward();
        (actual * weights.to(float32)).sum().backward();
        Assert.All(exact.Zip(single), pair => Assert.True(pair.Second.grad!.to(float64).allclose(pair.First.grad!, rtol: 1e-4, atol: 1e-3)));
    }

    [Fact]
    public void Second_gradients_are_those_of_libtorch_s_own_operator()
    {
        manual_seed(2);
        using var scope = NewDisposeScope();
        Tensor Second(ScalarType type)
        {
            manual_seed(3);
            Tensor x = randn(2, 3, 4, 4, dtype: float64).to(type).requires_grad_(), w = randn(3, 2, 4, 4, dtype: float64).to(type);
            Tensor y = nn.functional.conv_transpose2d(x, w, strides: [2L], padding: [1L]).tanh();
            Tensor slope = autograd.grad([y.sum()], [x], create_graph: true, retain_graph: true)[0];
            slope.pow(2).sum().backward();
            return x.grad!.to(float64);
        }
        Assert.True(Second(float32).allclose(Second(float64), rtol: 1e-3, atol: 1e-3));
    }

    [Fact]
    public void Types_that_differ_are_refused_as_libtorch_refuses_them()
    {
        using var scope = NewDisposeScope();
        Assert.ThrowsAny<Exception>(() => nn.functional.conv_transpose2d(ones(1, 1, 2, 2), ones(1, 1, 2, 2, dtype: float64)));
        Assert.ThrowsAny<Exception>(() => nn.functional.conv_transpose2d(ones(1, 2, 2, 2), ones(1, 1, 2, 2)));
    }
}
