using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One of K categories, by probabilities or logits of shape (batch_shape, K) that need not be normalised; values are (sample_shape, batch_shape), int64.</summary>
public class Categorical : distributions.Distribution
{
    public Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) : base(generator)
    {
        Tensor given = Either.Of(probs, logits);
        if (given.dim() < 1)
            throw new ArgumentException("probs or logits of a Categorical have at least one axis, that of the categories");
        using DisposeScope scope = NewDisposeScope();
        parameters =
        [
            probs is null ? null : (probs / probs.sum(-1, keepdim: true)).DetachFromDisposeScope(),
            logits is null ? null : (logits - logits.logsumexp(-1, keepdim: true)).DetachFromDisposeScope(),
        ];
        _init(given.shape[..^1]);
    }

    public Tensor probs => parameters[0] ?? LogitsToProbs(parameters[1]!);

    /// <summary>The logarithms of the probabilities.</summary>
    public Tensor logits => parameters[1] ?? ProbsToLogits(parameters[0]!);

    public long[] param_shape => (parameters[0] ?? parameters[1])!.shape;

    private protected override distributions.Distribution Remake(Tensor?[] parameters) => new Categorical(parameters[0], parameters[1], generator);

    /// <summary>NaN: categories have no mean.</summary>
    public override Tensor mean => WrappedTensorDisposeScope(() => full(ExtendedShape(), double.NaN, dtype: probs.dtype, device: probs.device));

    public override Tensor mode => WrappedTensorDisposeScope(() => probs.argmax(-1));

    public override Tensor variance => mean;

    public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(() =>
    {
        long draws = new Size(sample_shape).numel();
        return probs.reshape(-1, param_shape[^1]).multinomial(draws, true, generator).t().reshape(ExtendedShape(sample_shape));
    });

    public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() =>
    {
        IList<Tensor> both = broadcast_tensors(value.to(ScalarType.Int64).unsqueeze(-1), logits);
        return both[1].gather(-1, both[0].narrow(-1, 0, 1)).squeeze(-1);
    });

    public override Tensor entropy() => WrappedTensorDisposeScope(() => -(logits.clamp_min(finfo(logits.dtype).min) * probs).sum(-1));

    /// <summary>All categories, (K, 1, ...) or expanded to (K, batch_shape).</summary>
    public override Tensor enumerate_support(bool expand = true) => WrappedTensorDisposeScope(() =>
    {
        long categories = param_shape[^1];
        Tensor values = arange(categories, ScalarType.Int64, probs.device).reshape([categories, .. batch_shape.Select(_ => 1L)]);
        return expand ? values.expand([categories, .. batch_shape]) : values;
    });
}
