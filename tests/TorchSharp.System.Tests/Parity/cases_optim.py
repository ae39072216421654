"""Optimisers, schedulers and distributions."""
import torch

from parity import Fixture, integers, values

fixture = Fixture("optim")
fixture.record("dtypes", {
    "float32": torch.tensor([1.5, float("nan"), float("inf"), float("-inf")]), "float64": torch.tensor([1.5, -2.25], dtype=torch.float64),
    "bfloat16": torch.tensor([1.5, 3.0], dtype=torch.bfloat16), "float16": torch.tensor([1.5, 65504.0], dtype=torch.float16),
    "int64": torch.tensor([[1, -2**40]]), "int32": torch.tensor([1, -2], dtype=torch.int32), "uint8": torch.tensor([1, 255], dtype=torch.uint8),
    "bool": torch.tensor([True, False]), "complex64": torch.tensor([1 + 2j, -0.5j]), "scalar": torch.tensor(3.0), "empty": torch.zeros(0, 2)})
