using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Even over [low, high).</summary>
public class Uniform : distributions.Distribution
{
    public Uniform(Tensor low, Tensor high, Generator? generator = null) : base(generator)
    {
        parameters = Broadcast(low, high);
        _init(this.low.shape);
    }

    Tensor low => parameters[0]!;
    Tensor high => parameters[1]!;

    private protected override distributions.Distribution Remake(Tensor?[] parameters) => new Uniform(parameters[0]!, parameters[1]!, generator);

    public override Tensor mean => WrappedTensorDisposeScope(() => (high + low) / 2);

    public override Tensor variance => WrappedTensorDisposeScope(() => (high - low).pow(2) / 12);

    public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(() =>
        low + rand(ExtendedShape(sample_shape), dtype: low.dtype, device: low.device, generator: generator) * (high - low));

    /// <summary>Minus infinity outside of the interval.</summary>
    public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() =>
        (low.le(value).type_as(low) * high.gt(value).type_as(low)).log() - (high - low).log());

    public override Tensor entropy() => WrappedTensorDisposeScope(() => (high - low).log());

    public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => ((value - low) / (high - low)).clamp(0, 1));

    public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => value * (high - low) + low);
}
