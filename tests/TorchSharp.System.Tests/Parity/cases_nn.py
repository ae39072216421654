"""Modules, losses and functions of torch.nn."""
import torch

from parity import Fixture, integers, values

fixture = Fixture("nn")
fixture.module("Linear", torch.nn.Linear(3, 4), values(5, 3, seed=1))
