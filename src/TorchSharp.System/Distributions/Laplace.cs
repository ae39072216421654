using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A double exponential around loc.</summary>
public class Laplace : distributions.Distribution
{
    public Laplace(Tensor loc, Tensor scale, Generator? generator = null) : base(generator)
    {
        parameters = Broadcast(loc, scale);
        _init(this.loc.shape);
    }

    Tensor loc => parameters[0]!;
    Tensor scale => parameters[1]!;

    private protected override distributions.Distribution Remake(Tensor?[] parameters) => new Laplace(parameters[0]!, parameters[1]!, generator);

    public override Tensor mean => loc;

    public override Tensor mode => loc;

    public override Tensor variance => WrappedTensorDisposeScope(() => 2 * scale.pow(2));

    public override Tensor stddev => WrappedTensorDisposeScope(() => scale * Math.Sqrt(2));

    public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(() =>
    {
        // Kept from -1, where the logarithm is infinite.
        Tensor u = rand(ExtendedShape(sample_shape), dtype: loc.dtype, device: loc.device, generator: generator) * 2 - 1;
        return loc - scale * u.sign() * (-u.abs().clamp_max(1 - finfo(loc.dtype).eps)).log1p();
    });

    public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() => -(2 * scale).log() - (value - loc).abs() / scale);

    public override Tensor entropy() => WrappedTensorDisposeScope(() => (2 * scale).log() + 1);

    public override Tensor cdf(Tensor value) => WrappedTensorDisposeScope(() => 0.5 - 0.5 * (value - loc).sign() * (-(value - loc).abs() / scale).expm1());

    public override Tensor icdf(Tensor value) => WrappedTensorDisposeScope(() => loc - scale * (value - 0.5).sign() * (-2 * (value - 0.5).abs()).log1p());
}
