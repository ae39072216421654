using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The time between events that come at a rate.</summary>
public class Exponential : distributions.ExponentialFamily
{
    public Exponential(Tensor rate, Generator? generator = null) : base(generator)
    {
        parameters = Kept(rate);
        _init(rate.shape);
    }

    Tensor rate => parameters[0]!;

    private protected override distributions.Distribution Remake(Tensor?[] parameters) => new Exponential(parameters[0]!, generator);

    public override Tensor mean => rate.reciprocal();

    public override Tensor mode => rate.zeros_like();

    public override Tensor stddev => rate.reciprocal();

    public override Tensor variance => rate.pow(-2);

    public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(() => empty(ExtendedShape(sample_shape), dtype: rate.dtype, device: rate.device).exponential_(generator: generator) / rate);

    public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() => rate.log() - rate * value);

    public override Tensor entropy() => WrappedTensorDisposeScope(() => 1 - rate.log());

    public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => 1 - (-rate * value).exp());

    public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => -(-value).log1p() / rate);
}
