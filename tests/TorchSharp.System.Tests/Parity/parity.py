"""Records what PyTorch computes, for the C# tests to compare with. See make.py for how to run it."""
import base64
import json
import math

import torch

MASK = (1 << 64) - 1


def values(*shape, seed=0, low=-1.0, high=1.0, dtype=torch.float32):
    """Numbers that only depend on the arguments, the same on every machine: SplitMix64, 24 bits each, spread over [low, high)."""
    state, numbers = seed * 1000003 + 12345, []
    for _ in range(math.prod(shape)):
        state = (state + 0x9E3779B97F4A7C15) & MASK
        z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        numbers.append(low + (high - low) * ((z ^ (z >> 31)) >> 40) / 2**24)
    return torch.tensor(numbers, dtype=torch.float64).reshape(shape).to(dtype)


def integers(*shape, seed=0, low=0, high=10, dtype=torch.int64):
    """Whole numbers in [low, high), as deterministic as values."""
    return values(*shape, seed=seed, low=low, high=high, dtype=torch.float64).floor().to(dtype)


def weighted(outputs):
    """The scalar that gradients are taken of: each output that has a gradient, element i of it times cos i, summed."""
    total = 0
    for output in outputs:
        if output.requires_grad and not output.is_complex():
            total = total + (output.reshape(-1) * torch.arange(output.numel(), dtype=torch.float64).cos().to(output.dtype)).sum()
    return total


def named(result):
    """Outputs by name: a dictionary as it is, a tuple or list by place, a lone tensor as "0"."""
    if isinstance(result, dict):
        return result
    return {str(i): value for i, value in enumerate(result if isinstance(result, (tuple, list)) else [result])}


def stored(tensor):
    """Half types are stored as float32, which holds them exactly; complex ones as pairs."""
    tensor = torch.as_tensor(tensor).detach()
    data = tensor.float() if tensor.dtype in (torch.bfloat16, torch.float16) else tensor.resolve_conj()
    return {"dtype": str(tensor.dtype).removeprefix("torch."), "shape": list(tensor.shape),
            "data": base64.b64encode(data.contiguous().numpy().tobytes()).decode()}


class Fixture:
    """The cases of one file, NAME.jsonl: one case a line."""

    def __init__(self, name):
        self.name = name
        self.cases = {}

    def record(self, case, inputs=(), outputs=(), **sections):
        """Keeps tensors as they are: what goes in, what must come out, and any further section."""
        if case in self.cases:
            raise SystemExit(f"{self.name}: the case {case} is recorded twice")
        sections = {"inputs": dict(inputs), "outputs": dict(outputs), **sections}
        self.cases[case] = {title: {key: stored(value) for key, value in section.items()} for title, section in sections.items()}

    def case(self, case, run, grad=True, **inputs):
        """Runs run(**inputs) and keeps its outputs, and the gradients of weighted(outputs) by each floating-point input that they depend on."""
        given = {key: value.detach().clone() for key, value in inputs.items()}
        leaves = {key: value.detach().clone().requires_grad_(grad and value.is_floating_point()) for key, value in inputs.items()}
        outputs = named(run(**leaves))
        total = weighted(outputs.values())
        gradients = {}
        if torch.is_tensor(total):
            total.backward()
            gradients = {key: leaf.grad for key, leaf in leaves.items() if leaf.grad is not None}
        self.record(case, given, outputs, gradients=gradients)

    def module(self, case, module, *inputs, steps=10, rate=0.01, call=None):
        """Fills the module's parameters with values, then keeps: state, outputs, gradients by parameter and by input "0", "1", ...,
        and the state trained by so many steps of plain gradient descent on weighted(outputs), with their number and rate under "descent". call(module, *inputs) replaces the call."""
        call = call or (lambda module, *given: module(*given))
        for i, parameter in enumerate(module.parameters()):
            parameter.data = values(*parameter.shape, seed=100 + i, low=-0.5, high=0.5, dtype=parameter.dtype)
        state = {key: value.clone() for key, value in module.state_dict().items()}
        leaves = [value.detach().clone().requires_grad_(value.is_floating_point()) for value in inputs]
        parameters = dict(module.named_parameters())
        outputs = named(call(module, *leaves))
        total = weighted(outputs.values())
        if torch.is_tensor(total):
            total.backward()
        gradients = {key: value.grad for key, value in [*parameters.items(), *((str(i), leaf) for i, leaf in enumerate(leaves))] if value.grad is not None}
        gradients = {key: value.clone() for key, value in gradients.items()}
        trained = {}
        if parameters and steps:
            module.load_state_dict(state)
            optimizer = torch.optim.SGD(parameters.values(), lr=rate)
            for _ in range(steps):
                optimizer.zero_grad()
                weighted(named(call(module, *inputs)).values()).backward()
                optimizer.step()
            trained = module.state_dict()
        self.record(case, {str(i): value for i, value in enumerate(inputs)}, outputs, gradients=gradients, state=state, trained=trained,
                    **({"descent": {"steps": torch.tensor(steps), "rate": torch.tensor(rate)}} if trained else {}))

    def write(self, folder):
        """Writes NAME.jsonl, cases in the order of their names, the same bytes for the same values."""
        with open(f"{folder}/{self.name}.jsonl", "w", encoding="utf-8", newline="\n") as file:
            for case in sorted(self.cases):
                file.write(json.dumps({"case": case, **self.cases[case]}, separators=(",", ":")) + "\n")
