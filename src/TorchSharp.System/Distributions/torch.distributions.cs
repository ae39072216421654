using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Probability distributions by name. A lone number makes a tensor of its type: a double one of float64.</summary>
    public static partial class distributions
    {
        public static Normal Normal(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator);
        public static Normal Normal(float loc, float scale = 1.0f, Generator? generator = null) => new(tensor(loc), tensor(scale), generator);
        public static Normal Normal(double loc, double scale = 1.0, Generator? generator = null) => new(tensor(loc), tensor(scale), generator);

        public static Bernoulli Bernoulli(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) => new(probs, logits, generator);
        public static Bernoulli Bernoulli(float? probs, float? logits, Generator? generator = null) =>
            new(Number(probs), Number(logits), generator);
        public static Bernoulli Bernoulli(double? probs, double? logits, Generator? generator = null) =>
            new(Number(probs), Number(logits), generator);

        public static Categorical Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null) => new(probs, logits, generator);
        public static Categorical Categorical(int categories, Generator? generator = null) => new(Even(categories), null, generator);

        public static Uniform Uniform(Tensor low, Tensor high, Generator? generator = null) => new(low, high, generator);

        public static Laplace Laplace(Tensor loc, Tensor scale, Generator? generator = null) => new(loc, scale, generator);
        public static Laplace Laplace(float loc, float scale = 1.0f, Generator? generator = null) => new(tensor(loc), tensor(scale), generator);
        public static Laplace Laplace(double loc, double scale = 1.0, Generator? generator = null) => new(tensor(loc), tensor(scale), generator);

        public static Exponential Exponential(Tensor rate, Generator? generator = null) => new(rate, generator);

        public static Gamma Gamma(Tensor concentration, Tensor rate, Generator? generator = null) => new(concentration, rate, generator);

        public static Dirichlet Dirichlet(Tensor concentration, Generator? generator = null) => new(concentration, generator);

        public static Independent Independent(Distribution base_distribution, int reinterpreted_batch_dims, Generator? generator = null) => new(base_distribution, reinterpreted_batch_dims, generator);

        public static MultivariateNormal MultivariateNormal(Tensor loc, Tensor? covariance_matrix = null, Tensor? precision_matrix = null, Tensor? scale_tril = null, Generator? generator = null) =>
            new(loc, covariance_matrix, precision_matrix, scale_tril, generator);

        static Tensor? Number(float? value) => value is { } number ? tensor(number) : null;
        static Tensor? Number(double? value) => value is { } number ? tensor(number) : null;

        // The same probability for each category.
        static Tensor Even(int categories) => tensor(1.0 / categories).expand(categories);
    }
}

internal static partial class Ops
{
    internal static readonly Op _standard_gamma = new("_standard_gamma"), _sample_dirichlet = new("_sample_dirichlet");
}
