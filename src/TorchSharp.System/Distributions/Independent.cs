using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A distribution whose last batch axes are taken as axes of the event: log_prob sums over them.</summary>
public class Independent : distributions.Distribution
{
    readonly distributions.Distribution inner;
    readonly int axes;

    public Independent(distributions.Distribution base_distribution, int reinterpreted_batch_ndims, Generator? generator = null) : base(generator)
    {
        if (reinterpreted_batch_ndims < 0 || reinterpreted_batch_ndims > base_distribution.batch_shape.Length)
            throw new ArgumentException($"Independent can take {base_distribution.batch_shape.Length} batch axes into the event, not {reinterpreted_batch_ndims}");
        (inner, axes) = (base_distribution, reinterpreted_batch_ndims);
        int cut = inner.batch_shape.Length - axes;
        _init(inner.batch_shape.Shape[..cut], inner.batch_shape.Shape[cut..].Concat(inner.event_shape).ToArray());
    }

    public override Tensor mean => inner.mean;

    public override Tensor mode => inner.mode;

    public override Tensor variance => inner.variance;

    public override Tensor sample(params long[] sample_shape) => inner.sample(sample_shape);

    public override Tensor rsample(params long[] sample_shape) => inner.rsample(sample_shape);

    public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() => Sum(inner.log_prob(value)));

    public override Tensor entropy() => WrappedTensorDisposeScope(() => Sum(inner.entropy()));

    Tensor Sum(Tensor values) => axes == 0 ? values : values.sum([.. Enumerable.Range(1, axes).Select(axis => (long)-axis)]);

    public override distributions.Distribution expand(Size batch_shape, distributions.Distribution? instance = null) =>
        instance is null ? new Independent(inner.expand(new Size([.. batch_shape, .. event_shape.Take(axes)])), axes, generator) : throw Missing("expand into an instance");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
