namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>A batch of probability distributions over events of one shape: values are (sample_shape, batch_shape, event_shape).</summary>
        public abstract class Distribution : IDisposable
        {
            private protected Generator? generator;

            // What the distribution is made of, each of shape batch_shape and then its own; kept out of scopes, so that a distribution outlives the one it was made in.
            private protected Tensor?[] parameters = [];

            public Distribution(Generator? generator, long[]? batch_shape = null, long[]? event_shape = null) : this(generator, new Size(batch_shape ?? []), new Size(event_shape ?? []))
            {
            }

            public Distribution(Generator? generator, Size batch_shape, Size? event_shape = null)
            {
                this.generator = generator;
                _init(batch_shape, event_shape);
            }

            protected void _init(Size? batch_shape = null, Size? event_shape = null) => (this.batch_shape, this.event_shape) = (batch_shape ?? Size.Empty, event_shape ?? Size.Empty);

            /// <summary>One distribution for each index of this shape.</summary>
            public Size batch_shape { get; private protected set; }

            /// <summary>The shape of one value of one distribution.</summary>
            public Size event_shape { get; private protected set; }

            public abstract Tensor mean { get; }

            public virtual Tensor mode => throw Missing(nameof(mode));

            public abstract Tensor variance { get; }

            public virtual Tensor stddev => WrappedTensorDisposeScope(() => variance.sqrt());

            /// <summary>Values without a gradient, as in PyTorch; TorchSharp lets the gradient through where rsample does.</summary>
            public virtual Tensor sample(params long[] sample_shape)
            {
                using (no_grad())
                    return rsample(sample_shape);
            }

            public Tensor sample(Size sample_shape) => sample(sample_shape.Shape);

            /// <summary>Values that are differentiable functions of the parameters, where the distribution has such.</summary>
            public abstract Tensor rsample(params long[] sample_shape);

            public Tensor rsample(Size sample_shape) => rsample(sample_shape.Shape);

            /// <summary>The logarithm of the density or mass at a value, summed over the event's axes.</summary>
            public abstract Tensor log_prob(Tensor value);

            public abstract Tensor entropy();

            /// <summary>The same distribution with a larger batch shape; an instance given takes it over.</summary>
            public virtual Distribution expand(Size batch_shape, Distribution? instance = null)
            {
                int batch = this.batch_shape.Length;
                Tensor?[] expanded = Array.ConvertAll(parameters, parameter => parameter?.expand([.. batch_shape, .. parameter.shape[batch..]]));
                if (instance is null)
                    return Remake(expanded);
                if (instance.GetType() != GetType())
                    throw new ArgumentException($"expand fills an instance of {GetType().Name}, not of {instance.GetType().Name}");
                instance.parameters = Kept(expanded);
                instance._init(batch_shape, event_shape);
                return instance;
            }

            // The same kind of distribution with other parameters.
            private protected virtual Distribution Remake(Tensor?[] parameters) => throw Missing(nameof(expand));

            public virtual Tensor cdf(Tensor value) => throw Missing(nameof(cdf));

            public virtual Tensor icdf(Tensor value) => throw Missing(nameof(icdf));

            public virtual Tensor enumerate_support(bool expand = true) => throw Missing(nameof(enumerate_support));

            public virtual Tensor perplexity() => WrappedTensorDisposeScope(() => entropy().exp());

            private protected NotImplementedException Missing(string member) => new($"{GetType().Name} has no {member}");

            /// <summary>sample_shape, batch_shape and event_shape, one after the other.</summary>
            protected long[] ExtendedShape(params long[] sample_shape) => [.. sample_shape, .. batch_shape, .. event_shape];

            protected Tensor LogitsToProbs(Tensor logits, bool isBinary = false) => isBinary ? logits.sigmoid() : logits.softmax(-1);

            protected Tensor ProbsToLogits(Tensor probs, bool isBinary = false) => WrappedTensorDisposeScope(() =>
            {
                probs = ClampProbs(probs);
                return isBinary ? probs.log() - (-probs).log1p() : probs.log();
            });

            protected Tensor ClampProbs(Tensor probs)
            {
                double eps = finfo(probs.dtype).eps;
                return probs.clamp(eps, 1 - eps);
            }

            /// <summary>max(x, 0), with half the gradient at 0.</summary>
            protected Tensor ClampByZero(Tensor x) => WrappedTensorDisposeScope(() => (x.clamp_min(0) + x - x.clamp_max(0)) / 2);

            // Copies of the handles that no scope disposes.
            private protected static Tensor?[] Kept(params Tensor?[] tensors) => Array.ConvertAll(tensors, tensor => tensor?.alias().DetachFromDisposeScope());

            private protected static Tensor?[] Broadcast(params Tensor[] tensors) => [.. broadcast_tensors(tensors).Select(tensor => tensor.DetachFromDisposeScope())];

            // As TorchSharp does, the generator included.
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                    return;
                generator?.Dispose();
                foreach (Tensor? parameter in parameters)
                    parameter?.Dispose();
            }

            ~Distribution() => Dispose(false);

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }
        }
    }
}
