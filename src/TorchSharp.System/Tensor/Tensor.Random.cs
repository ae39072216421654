namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>One with the probability that each element holds, else zero.</summary>
        public Tensor bernoulli(Generator? generator = null) => Ops.bernoulli.Call(this, generator);
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => Ops.bernoulli_float_.On(this, p, generator);
        public Tensor bernoulli_(Tensor p, Generator? generator = null) => Ops.bernoulli_.On(this, p, generator);

        /// <summary>Successes among this many trials.</summary>
        public Tensor binomial(Tensor prob, Generator? generator = null) => Ops.binomial.Call(this, prob, generator);
        public Tensor cauchy_(double median = 0, double sigma = 1, Generator? generator = null) => Ops.cauchy_.On(this, median, sigma, generator);

        /// <summary>Exponential draws with rate lambda.</summary>
        public Tensor exponential_(double lambda = 1, Generator? generator = null) => Ops.exponential_.On(this, lambda, generator);
        public Tensor geometric_(double p, Generator? generator = null) => Ops.geometric_.On(this, p, generator);
        public Tensor log_normal_(double mean = 0, double std = 1, Generator? generator = null) => Ops.log_normal_.On(this, mean, std, generator);

        /// <summary>Indices drawn by the weights in each row, (n, num_samples).</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Ops.multinomial.Call(this, num_samples, replacement, generator);

        /// <summary>Normal draws.</summary>
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) => Ops.normal_.On(this, mean, std, generator);

        /// <summary>Draws with these rates.</summary>
        public Tensor poisson(Generator? generator = null) => Ops.poisson.Call(this, generator);

        /// <summary>Whole numbers from from up to and without to.</summary>
        public Tensor random_(double from, double to, Generator? generator = null) => Ops.random_from_.On(this, (long)from, (long)to, generator);

        /// <summary>Uniform draws in [from, to).</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null) => Ops.uniform_.On(this, from, to, generator);
    }
}

internal static partial class Ops
{
    internal static readonly Op bernoulli = new("bernoulli"), bernoulli_float_ = new("bernoulli_.float"),
        bernoulli_ = new("bernoulli_.Tensor"), binomial = new("binomial"), cauchy_ = new("cauchy_"), exponential_ = new("exponential_"),
        geometric_ = new("geometric_"), log_normal_ = new("log_normal_"), multinomial = new("multinomial"), poisson = new("poisson"),
        random_from_ = new("random_.from");
}
