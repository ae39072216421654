using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The gamma distribution by its concentration and rate.</summary>
public class Gamma : distributions.ExponentialFamily
{
    public Gamma(Tensor concentration, Tensor rate, Generator? generator = null) : base(generator)
    {
        parameters = Broadcast(concentration, rate);
        _init(this.rate.shape);
    }

    Tensor concentration => parameters[0]!;
    Tensor rate => parameters[1]!;

    private protected override distributions.Distribution Remake(Tensor?[] parameters) => new Gamma(parameters[0]!, parameters[1]!, generator);

    public override Tensor mean => concentration / rate;

    public override Tensor mode => WrappedTensorDisposeScope(() => ((concentration - 1) / rate).clamp_min(0));

    public override Tensor variance => WrappedTensorDisposeScope(() => concentration / rate.pow(2));

    public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(() =>
    {
        Tensor drawn = Ops._standard_gamma.Call(concentration.expand(ExtendedShape(sample_shape)), generator) / rate;
        return drawn.clamp_min(finfo(drawn.dtype).tiny);
    });

    public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() => concentration.xlogy(rate) + (concentration - 1).xlogy(value) - rate * value - concentration.lgamma());

    public override Tensor entropy() => WrappedTensorDisposeScope(() => concentration - rate.log() + concentration.lgamma() + (1 - concentration) * concentration.digamma());

    public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => igamma(concentration, rate * value));
}
