using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One with a probability, else zero.</summary>
public class Bernoulli : distributions.Distribution
{
    public Bernoulli(Tensor? p = null, Tensor? l = null, Generator? generator = null) : base(generator)
    {
        _init(Either.Of(p, l).shape);
        parameters = Kept(p, l);
    }

    public Tensor probs => parameters[0] ?? LogitsToProbs(parameters[1]!, true);

    public Tensor logits => parameters[1] ?? ProbsToLogits(parameters[0]!, true);

    private protected override distributions.Distribution Remake(Tensor?[] parameters) => new Bernoulli(parameters[0], parameters[1], generator);

    public override Tensor mean => probs;

    public override Tensor variance => WrappedTensorDisposeScope(() => probs * (1 - probs));

    public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(() => bernoulli(probs.expand(ExtendedShape(sample_shape)), generator));

    public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() =>
    {
        IList<Tensor> both = broadcast_tensors(logits, value);
        return -nn.functional.binary_cross_entropy_with_logits(both[0], both[1], reduction: nn.Reduction.None);
    });

    public override Tensor entropy() => WrappedTensorDisposeScope(() => nn.functional.binary_cross_entropy_with_logits(logits, probs, reduction: nn.Reduction.None));
}
