"""Probability distributions: densities, moments and their gradients by the parameters."""
import torch
import torch.distributions as d

from parity import Fixture, integers, values

fixture = Fixture("distributions")
numbers = values(4, 3, seed=1, low=-2.0, high=2.0)
positive = values(4, 3, seed=2, low=0.1, high=3.0)
shares = values(4, 3, seed=3, low=0.05, high=0.95)
bits = integers(4, 3, seed=4, high=2, dtype=torch.float32)
counts = integers(4, 3, seed=5, high=6, dtype=torch.float32)
loc, scale, other = values(3, seed=6), values(3, seed=7, low=0.5, high=2.0), values(3, seed=8, low=2.5, high=4.0)
logits = values(2, 4, seed=9, low=-1.5, high=1.5)


def check(case, make, value, given=("mean", "variance", "entropy"), p=None, **parameters):
    """log_prob at value, and what is asked for: mean, variance, stddev, mode, entropy, and cdf at value and icdf at p."""
    def run(value, p=None, **parameters):
        made = make(**parameters)
        results = {"log_prob": made.log_prob(value)}
        for name in given:
            result = {"cdf": lambda: made.cdf(value), "icdf": lambda: made.icdf(p), "entropy": lambda: made.entropy()}.get(name, lambda: getattr(made, name))()
            results[name] = result
        return results
    fixture.case(case, run, value=value, **({} if p is None else {"p": p}), **parameters)


moments = ("mean", "variance", "stddev", "mode", "entropy")
ends = ("cdf", "icdf")
check("Normal", lambda loc, scale: d.Normal(loc, scale), numbers, moments + ends, p=shares, loc=loc, scale=scale)
check("Bernoulli.probs", lambda probs: d.Bernoulli(probs), bits, probs=shares[0])
check("Bernoulli.logits", lambda logits: d.Bernoulli(logits=logits), bits, logits=loc)
check("Categorical.probs", lambda probs: d.Categorical(probs), integers(5, 2, seed=10, high=4), ("entropy", "mode"), probs=logits.exp())
check("Categorical.logits", lambda logits: d.Categorical(logits=logits), integers(5, 2, seed=10, high=4), ("entropy",), logits=logits)
check("Uniform", lambda loc, other: d.Uniform(loc, other, validate_args=False), numbers, ("mean", "variance", "entropy") + ends, p=shares, loc=loc, other=other)
check("Laplace", lambda loc, scale: d.Laplace(loc, scale), numbers, moments + ends, p=shares, loc=loc, scale=scale)
check("Exponential", lambda scale: d.Exponential(scale), positive, ("mean", "variance", "entropy") + ends, p=shares, scale=scale)
check("Gamma", lambda other, scale: d.Gamma(other, scale), positive, ("mean", "variance", "entropy"), other=other, scale=scale)
check("Dirichlet", lambda other: d.Dirichlet(other), positive / positive.sum(-1, keepdim=True), other=other)
check("Independent", lambda loc, scale: d.Independent(d.Normal(loc, scale), 1), numbers, loc=loc, scale=scale)
covariance = torch.tensor([[2.0, 0.5, 0.1], [0.5, 1.5, -0.3], [0.1, -0.3, 0.8]])
check("MultivariateNormal.covariance", lambda loc, matrix: d.MultivariateNormal(loc, matrix), numbers, loc=loc, matrix=covariance)
check("MultivariateNormal.precision", lambda loc, matrix: d.MultivariateNormal(loc, precision_matrix=matrix), numbers, loc=loc, matrix=covariance)
check("MultivariateNormal.factor", lambda loc, matrix: d.MultivariateNormal(loc, scale_tril=matrix), numbers, loc=loc, matrix=torch.linalg.cholesky(covariance))
