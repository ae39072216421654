"""Tensor and torch operators."""
import torch

from parity import Fixture, integers, values

fixture = Fixture("torch")
fixture.case("add", lambda a, b: a + b, a=values(2, 3, seed=1), b=values(3, seed=2))
