namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>Distributions whose density is exp(natural parameters times statistics - log normaliser) times a carrier measure.</summary>
        public abstract class ExponentialFamily : Distribution
        {
            protected ExponentialFamily(Generator? generator) : base(generator)
            {
            }

            private protected virtual Tensor[] NaturalParams => throw Missing(nameof(NaturalParams));

            private protected virtual double MeanCarrierMeasure => throw Missing(nameof(entropy));

            protected virtual Tensor LogNormalizer(params Tensor[] parameters) => throw Missing(nameof(LogNormalizer));

            /// <summary>From the log normaliser and its gradient, after Nielsen and Nock (2010).</summary>
            public override Tensor entropy() => WrappedTensorDisposeScope(() =>
            {
                Tensor[] natural = Array.ConvertAll(NaturalParams, parameter => parameter.detach().requires_grad_());
                using (enable_grad())
                {
                    Tensor normalizer = LogNormalizer(natural), result = normalizer - MeanCarrierMeasure;
                    IList<Tensor> gradients = autograd.grad([normalizer.sum()], natural, retain_graph: true, create_graph: true);
                    for (int i = 0; i < natural.Length; i++)
                        result -= natural[i] * gradients[i];
                    return result;
                }
            });
        }
    }
}
