using static TorchSharp.torch;
using Distributions = TorchSharp.torch.distributions;

namespace TorchSharp.Tests;

public sealed class DistributionParityTests
{
    // The same distributions as in cases_distributions.py.
    static readonly Dictionary<string, Func<ParityCase, Distributions.Distribution>> Makers = new()
    {
        ["Normal"] = p => Distributions.Normal(p["loc"], p["scale"]),
        ["Bernoulli.probs"] = p => Distributions.Bernoulli(p["probs"]),
        ["Bernoulli.logits"] = p => Distributions.Bernoulli(logits: p["logits"]),
        ["Categorical.probs"] = p => Distributions.Categorical(p["probs"]),
        ["Categorical.logits"] = p => Distributions.Categorical(logits: p["logits"]),
        ["Uniform"] = p => Distributions.Uniform(p["loc"], p["other"]),
        ["Laplace"] = p => Distributions.Laplace(p["loc"], p["scale"]),
        ["Exponential"] = p => Distributions.Exponential(p["scale"]),
        ["Gamma"] = p => Distributions.Gamma(p["other"], p["scale"]),
        ["Dirichlet"] = p => Distributions.Dirichlet(p["other"]),
        ["Independent"] = p => Distributions.Independent(Distributions.Normal(p["loc"], p["scale"]), 1),
        ["MultivariateNormal.covariance"] = p => Distributions.MultivariateNormal(p["loc"], p["matrix"]),
        ["MultivariateNormal.precision"] = p => Distributions.MultivariateNormal(p["loc"], precision_matrix: p["matrix"]),
        ["MultivariateNormal.factor"] = p => Distributions.MultivariateNormal(p["loc"], scale_tril: p["matrix"]),
    };

    public static TheoryData<string> Cases => [.. Parity.Distributions.Cases];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Densities_moments_and_gradients_are_pytorchs(string name) => Parity.Distributions.CheckAll(name, given =>
    {
        Distributions.Distribution made = Makers[name](given);
        return [.. given.Names("outputs").Select(output => Of(made, output, given))];
    }, 2e-5, 2e-6);

    static Tensor Of(Distributions.Distribution made, string output, ParityCase given) => output switch
    {
        "log_prob" => made.log_prob(given["value"]),
        "entropy" => made.entropy(),
        "mean" => made.mean,
        "variance" => made.variance,
        "stddev" => made.stddev,
        "mode" => made.mode,
        "cdf" => made.cdf(given["value"]),
        "icdf" => made.icdf(given["p"]),
        _ => throw new ArgumentException(output),
    };
}
