using GenerativeCourse.Evaluation;
using GenerativeCourse.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GenerativeCourse.Tests.Models;

public sealed class ConvolutionalVaeTests
{
    // Fresh weights leave all posteriors near their priors; larger ones make them differ.
    static ConvolutionalVae Small()
    {
        manual_seed(3);
        var model = new ConvolutionalVae(new() { Fine = 4, Coarse = 8, Top = 3, Map = 2, Maps = 2 });
        using IDisposable off = no_grad();
        foreach (var (name, parameter) in model.named_parameters())
            if (name.Contains("posterior") || name.StartsWith("top"))
                parameter.mul_(3);
        return model;
    }

    static Tensor Images(int count)
    {
        using var generator = new Generator(8);
        return (rand([count, 1, 28, 28], generator: generator) < 0.3).to(float32);
    }

    [Fact]
    public void The_log_weights_average_to_the_elbo_of_the_closed_form()
    {
        using var scope = NewDisposeScope();
        using var off = no_grad();
        ConvolutionalVae model = Small();
        Tensor x = Images(2);
        const int draws = 3000;
        var (logits, kl) = model.call(x.repeat(draws, 1, 1, 1)); // (draws B, 1, 28, 28), (draws B)
        Tensor closed = -functional.binary_cross_entropy_with_logits(logits, x.repeat(draws, 1, 1, 1), reduction: Reduction.None).flatten(1).sum(1) - kl;
        closed = closed.reshape(draws, 2);
        Tensor drawn = model.LogWeights(x, draws); // (draws, B)
        Assert.Equal([draws, 2L], drawn.shape);
        float[] differences = (closed.mean([0]) - drawn.mean([0])).data<float>().ToArray();
        float[] errors = ((closed.var(0) + drawn.var(0)) / draws).sqrt().data<float>().ToArray();
        Assert.All(differences.Zip(errors), pair => Assert.InRange(pair.First / pair.Second, -5, 5));
        Assert.True(kl.min().item<float>() > 0.5, "the posteriors are the priors: the test shows nothing");
    }

    [Fact]
    public void More_draws_raise_the_bound()
    {
        using var scope = NewDisposeScope();
        ConvolutionalVae model = Small();
        Tensor x = Images(8);
        double[] means = [.. new[] { 1, 100 }.Select(draws => ImportanceWeightedBound.Of(x, model.LogWeights, draws, rows: 400, TestContext.Current.CancellationToken).Mean)];
        Assert.True(means[0] < means[1], string.Join(" < ", means));
    }

    [Fact]
    public void Samples_and_reconstructions_are_probabilities_and_a_cold_sample_does_not_vary()
    {
        using var scope = NewDisposeScope();
        ConvolutionalVae model = Small();
        Tensor samples = model.Sample(3), cold = model.Sample(3, temperature: 0), seen = model.Reconstruct(Images(2));
        Assert.Equal([3L, 1, 28, 28], samples.shape);
        Assert.Equal([2L, 1, 28, 28], seen.shape);
        Assert.InRange(samples.min().item<float>(), 0, 1);
        Assert.InRange(seen.max().item<float>(), 0, 1);
        Assert.True((cold[0] - cold[1]).abs().max().item<float>() < 1e-6);
        Assert.True((samples[0] - samples[1]).abs().max().item<float>() > 1e-3);
    }

    [Fact]
    public void A_gaussian_s_divergence_and_density_are_those_of_the_distributions()
    {
        manual_seed(2);
        using var scope = NewDisposeScope();
        DiagonalGaussian q = new(randn(4, 3), 0.3 * randn(4, 3)), p = new(randn(4, 3), 0.3 * randn(4, 3));
        Tensor z = q.Draw(); // (4, 3)
        Tensor density = distributions.Normal(q.Mean, q.LogDeviation.exp()).log_prob(z).sum(1);
        Assert.True(density.allclose(q.LogProb(z), rtol: 1e-5, atol: 1e-5));
        Tensor ratio = (2 * (q.LogDeviation - p.LogDeviation)).exp();
        Tensor kl = 0.5 * (ratio + ((q.Mean - p.Mean) / p.LogDeviation.exp()).pow(2) - 1 - ratio.log()).sum(1);
        Assert.True(kl.allclose(q.KlTo(p), rtol: 1e-5, atol: 1e-5));
        Assert.True(q.KlTo(q).abs().max().item<float>() < 1e-6);
        DiagonalGaussian twice = q.Repeat(2);
        Assert.True(twice.Mean[4..].allclose(q.Mean));
        // However large the network's output, the deviation stays within e^+-4.
        DiagonalGaussian wild = DiagonalGaussian.From(full(1, 4, 1e6f));
        Assert.Equal(4, wild.LogDeviation.max().item<float>(), 1e-4);
        // Around a prior: an output of zeros is the prior, and a mean counts in its deviations.
        Assert.True(DiagonalGaussian.Around(p, zeros(4, 6)).KlTo(p).abs().max().item<float>() < 1e-6);
        Tensor output = cat([ones(4, 3), zeros(4, 3)], 1); // (4, 6)
        Assert.True(DiagonalGaussian.Around(p, output).KlTo(p).allclose(full(4, 1.5f), rtol: 1e-4));
    }
}
