using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The normal distribution over vectors, by its mean and one of covariance, precision, or the lower Cholesky factor of the covariance.</summary>
public class MultivariateNormal : distributions.Distribution
{
    public MultivariateNormal(Tensor loc, Tensor? covariance_matrix = null, Tensor? precision_matrix = null, Tensor? scale_tril = null, Generator? generator = null) : base(generator)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor factor = (covariance_matrix, precision_matrix, scale_tril) switch
        {
            (not null, null, null) => linalg.cholesky(covariance_matrix),
            (null, not null, null) => OfPrecision(precision_matrix),
            (null, null, not null) => scale_tril,
            _ => throw new ArgumentException("give exactly one of covariance_matrix, precision_matrix and scale_tril"),
        };
        if (loc.dim() < 1 || factor.dim() < 2)
            throw new ArgumentException("a MultivariateNormal takes a loc with at least one axis and a matrix");
        IList<Tensor> both = broadcast_tensors(loc.unsqueeze(-1), factor);
        parameters = Kept(both[0].select(-1, 0), both[1]);
        long size = loc.shape[^1];
        _init(both[1].shape[..^2], new Size(size));
    }

    Tensor loc => parameters[0]!;
    Tensor factor => parameters[1]!;

    // The lower factor of the inverse, from a Cholesky factor of the matrix turned about both axes.
    static Tensor OfPrecision(Tensor precision)
    {
        Tensor upper = linalg.cholesky(precision.flip(-2, -1)).flip(-2, -1).transpose(-2, -1);
        return linalg.solve_triangular(upper, eye(precision.shape[^1], dtype: precision.dtype, device: precision.device), upper: false);
    }

    private protected override distributions.Distribution Remake(Tensor?[] parameters) => new MultivariateNormal(parameters[0]!, scale_tril: parameters[1], generator: generator);

    public override Tensor mean => loc;

    public override Tensor mode => loc;

    public override Tensor variance => WrappedTensorDisposeScope(() => factor.pow(2).sum(-1));

    public override Tensor rsample(params long[] sample_shape) => WrappedTensorDisposeScope(() =>
        loc + factor.matmul(randn(ExtendedShape(sample_shape), dtype: loc.dtype, device: loc.device, generator: generator).unsqueeze(-1)).squeeze(-1));

    public override Tensor log_prob(Tensor value) => WrappedTensorDisposeScope(() =>
    {
        Tensor whitened = linalg.solve_triangular(factor, (value - loc).unsqueeze(-1), upper: false).squeeze(-1);
        return -0.5 * (whitened.pow(2).sum(-1) + event_shape[0] * Math.Log(2 * Math.PI)) - HalfLogDeterminant();
    });

    public override Tensor entropy() => WrappedTensorDisposeScope(() => HalfLogDeterminant() + 0.5 * event_shape[0] * (1 + Math.Log(2 * Math.PI)));

    Tensor HalfLogDeterminant() => factor.diagonal(0, -2, -1).log().sum(-1);
}
