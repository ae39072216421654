using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Shares that sum to one, by concentrations of shape (batch_shape, K).</summary>
public class Dirichlet : distributions.ExponentialFamily
{
    public Dirichlet(Tensor concentration, Generator? generator = null) : base(generator)
    {
        if (concentration.dim() < 1)
            throw new ArgumentException("the concentration of a Dirichlet has at least one axis, that of the shares");
        parameters = Kept(concentration);
        _init(concentration.shape[..^1], concentration.shape[^1..]);
    }

    internal Tensor concentration => parameters[0]!;

    private protected override distributions.Distribution Remake(Tensor?[] parameters) => new Dirichlet(parameters[0]!, generator);

    public override Tensor mean => WrappedTensorDisposeScope(() => concentration / concentration.sum(-1, keepdim: true));

    public override Tensor variance => WrappedTensorDisposeScope(() =>
    {
        Tensor total = concentration.sum(-1, keepdim: true);
        return concentration * (total - concentration) / (total.pow(2) * (total + 1));
    });

    public override Tensor rsample(params long[] sample_shape) => Ops._sample_dirichlet.Call(concentration.expand(ExtendedShape(sample_shape)), generator);

    public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() =>
        (concentration - 1).xlogy(value).sum(-1) + concentration.sum(-1).lgamma() - concentration.lgamma().sum(-1));

    public override Tensor entropy() => WrappedTensorDisposeScope(() =>
    {
        long shares = concentration.shape[^1];
        Tensor total = concentration.sum(-1);
        return concentration.lgamma().sum(-1) - total.lgamma() - (shares - total) * total.digamma() - ((concentration - 1) * concentration.digamma()).sum(-1);
    });
}
