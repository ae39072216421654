using static TorchSharp.torch;
using Distributions = TorchSharp.torch.distributions;

namespace TorchSharp.Tests;

public sealed class SamplingTests : IDisposable
{
    const long Draws = 40_000;
    readonly DisposeScope scope = NewDisposeScope();

    public void Dispose() => scope.Dispose();

    static readonly Dictionary<string, Func<Generator, Distributions.Distribution>> Makers = new()
    {
        ["Normal"] = g => Distributions.Normal(Row(-1, 0.5f, 3), Row(0.5f, 1, 2), g),
        ["Bernoulli"] = g => Distributions.Bernoulli(Row(0.1f, 0.5f, 0.9f), generator: g),
        ["Uniform"] = g => Distributions.Uniform(Row(-1, 0, 2), Row(1, 0.5f, 5), g),
        ["Laplace"] = g => Distributions.Laplace(Row(-1, 0.5f, 3), Row(0.5f, 1, 2), g),
        ["Exponential"] = g => Distributions.Exponential(Row(0.5f, 1, 2), g),
        ["Gamma"] = g => Distributions.Gamma(Row(0.8f, 2, 5), Row(1, 2, 0.5f), g),
        ["Dirichlet"] = g => Distributions.Dirichlet(Row(0.8f, 2, 5), g),
        ["MultivariateNormal"] = g => Distributions.MultivariateNormal(Row(-1, 0.5f, 3), scale_tril: tensor(new float[] { 1, 0, 0, 0.5f, 1, 0, -0.3f, 0.2f, 2 }, [3, 3]), generator: g),
    };

    public static TheoryData<string> Kinds => [.. Makers.Keys];

    static Tensor Row(params float[] values) => tensor(values);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Draws_have_the_means_and_variances_that_are_claimed(string kind)
    {
        Distributions.Distribution made = Makers[kind](new Generator(7));
        Tensor drawn = made.sample(Draws), mean = made.mean, variance = made.variance;
        Assert.Equal([Draws, 3], drawn.shape);
        // Five standard errors of the mean; the variance within a tenth.
        Tensor error = (drawn.mean([0]) - mean).abs() / (variance / Draws).sqrt();
        Assert.InRange(error.max().item<float>(), 0, 5);
        Assert.InRange(((drawn - mean).pow(2).mean([0]) / variance - 1).abs().max().item<float>(), 0, 0.1);
    }

    [Fact]
    public void Categories_come_as_often_as_they_should_and_the_same_for_the_same_seed()
    {
        Tensor probs = tensor(new float[] { 0.1f, 0.6f, 0.3f, 0.25f, 0.25f, 0.5f }, [2, 3]);
        Tensor drawn = Distributions.Categorical(probs, generator: new Generator(3)).sample(Draws);
        Assert.Equal([Draws, 2], drawn.shape);
        for (int category = 0; category < 3; category++)
            Assert.InRange((drawn.eq(category).to(ScalarType.Float32).mean([0]) - probs.select(1, category)).abs().max().item<float>(), 0, 5 * 0.5 / Math.Sqrt(Draws));
        Assert.True(drawn.Equals(Distributions.Categorical(probs, generator: new Generator(3)).sample(Draws)));
    }

    [Fact]
    public void Reparameterised_draws_carry_gradients_and_plain_ones_do_not()
    {
        Tensor loc = zeros(2, requires_grad: true), scale = ones(2, requires_grad: true);
        Distributions.Distribution made = Distributions.Normal(loc, scale);
        Assert.False(made.sample(3).requires_grad);
        made.rsample(3).sum().backward();
        Assert.Equal([3f, 3f], loc.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Batches_expand_and_scopes_do_not_take_parameters_along()
    {
        Distributions.Distribution made;
        using (NewDisposeScope())
            made = Distributions.Normal(zeros(3), ones(3)).expand(new Size([4, 3]));
        Assert.Equal([4L, 3L], made.log_prob(zeros(3)).shape);
        Assert.Equal([5L, 4L, 3L], made.sample(5).shape);
        Assert.Contains("either probs or logits", Assert.Throws<ArgumentException>(() => Distributions.Bernoulli(ones(1), ones(1))).Message);
    }
}
