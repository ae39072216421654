using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The normal distribution by its mean and standard deviation.</summary>
public class Normal : distributions.Distribution
{
    public Normal(Tensor loc, Tensor scale, Generator? generator = null) : base(generator)
    {
        parameters = Broadcast(loc, scale);
        _init(this.loc.shape);
    }

    Tensor loc => parameters[0]!;
    Tensor scale => parameters[1]!;

    private protected override distributions.Distribution Remake(Tensor?[] parameters) => new Normal(parameters[0]!, parameters[1]!, generator);

    public override Tensor mean => loc;

    public override Tensor mode => loc;

    public override Tensor stddev => scale;

    public override Tensor variance => scale.pow(2);

    public override Tensor sample(params long[] sample_shape)
    {
        long[] shape = ExtendedShape(sample_shape);
        using (no_grad())
            return WrappedTensorDisposeScope(() => normal(loc.expand(shape), scale.expand(shape), generator));
    }

    /// <summary>mean + stddev * noise, the reparameterisation trick of Kingma and Welling (arXiv 1312.6114).</summary>
    public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(() =>
        loc + scale * randn(ExtendedShape(sample_shape), dtype: loc.dtype, device: loc.device, generator: generator));

    public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() =>
        -(value - loc).pow(2) / (2 * scale.pow(2)) - scale.log() - Math.Log(Math.Sqrt(2 * Math.PI)));

    public override Tensor entropy() => WrappedTensorDisposeScope(() => scale.log() + (0.5 + 0.5 * Math.Log(2 * Math.PI)));

    public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => 0.5 * (1 + ((value - loc) * scale.reciprocal() / Math.Sqrt(2)).erf()));

    public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => loc + scale * (2 * value - 1).erfinv() * Math.Sqrt(2));
}
