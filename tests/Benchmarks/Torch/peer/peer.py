"""PyTorch's side of the benchmark: reads one JSON request a line, answers one a line. What runs is what the C# side runs, as PyTorch's users write it."""
import contextlib
import json
import sys
import time

import torch
from torch.nn import functional as F

import models
import safetensors_reader

SEED = 7


def part(tensors, name):
    return {key[len(name) + 1:]: value for key, value in tensors.items() if key.startswith(name + ".")}


class Setting:
    """Precision, layout and optimiser of a request; what it does not name is as PyTorch comes."""

    def __init__(self, request):
        self.bf16 = request["bf16"]
        self.channels_last = request["channels_last"]
        self.adam = {"foreach": True} if request["foreach"] else {}
        self.zero = {"set_to_none": True} if request["set_to_none"] else {}

    def lay(self, it):
        return it.to(memory_format=torch.channels_last) if self.channels_last else it

    def autocast(self):
        return torch.autocast("cpu", torch.bfloat16) if self.bf16 else contextlib.nullcontext()

    def model(self, model, tensors, name):
        model.load_state_dict(part(tensors, name))
        return self.lay(model)

    def step(self, optimizer, loss):
        with self.autocast():
            value = loss()
        optimizer.zero_grad(**self.zero)
        value.backward()
        optimizer.step()
        return value.item()


def vae(setting, tensors):
    model = setting.model(models.MlpVae(), tensors, "model")
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, **setting.adam)
    return lambda: setting.step(optimizer, lambda: model.loss(torch.bernoulli(tensors["images"])))


def pixelcnn(setting, tensors):
    model = setting.model(models.GatedPixelCnn(), tensors, "model")
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, **setting.adam)

    def loss():
        x = setting.lay(torch.bernoulli(tensors["images"]))
        return F.binary_cross_entropy_with_logits(model(x).float(), x, reduction="sum") / x.shape[0]

    return lambda: setting.step(optimizer, loss)


def dcgan(setting, tensors):
    generator = setting.model(models.DcganGenerator(), tensors, "generator")
    discriminator = setting.model(models.DcganDiscriminator(), tensors, "discriminator")
    of_generator = torch.optim.Adam(generator.parameters(), lr=2e-4, betas=(0.5, 0.999), **setting.adam)
    of_discriminator = torch.optim.Adam(discriminator.parameters(), lr=2e-4, betas=(0.5, 0.999), **setting.adam)
    real = setting.lay(tensors["images"])
    state = {}

    def discriminate():
        state["fake"] = generator(torch.randn(real.shape[0], generator.latents))
        return F.softplus(-discriminator(real).float()).mean() + F.softplus(discriminator(state["fake"].detach()).float()).mean()

    def generate():
        return F.softplus(-discriminator(state["fake"]).float()).mean()

    return lambda: setting.step(of_discriminator, discriminate) + setting.step(of_generator, generate)


def adam_200(setting, tensors):
    weights = [torch.nn.Parameter(tensors[f"weight.{i}"]) for i in range(200)]
    for i, weight in enumerate(weights):
        weight.grad = tensors[f"gradient.{i}"]
    optimizer = torch.optim.Adam(weights, lr=1e-3, **setting.adam)

    def step():
        optimizer.step()
        return weights[0][0, 0].item()

    return step


def tiny_operator(setting, tensors):
    x, y = tensors["x"], tensors["y"]

    def step():
        total = x
        for _ in range(1000):
            total = total + y
        return total.item()

    return step


WORKLOADS = {"vae": vae, "pixelcnn": pixelcnn, "dcgan": dcgan, "adam-200": adam_200, "tiny-operator": tiny_operator}


def main():
    step = None
    for line in sys.stdin:
        request = json.loads(line)
        if request["do"] == "about":
            answer = {"version": torch.__version__, "threads": torch.get_num_threads()}
        elif request["do"] == "begin":
            if request["threads"]:
                torch.set_num_threads(request["threads"])
            step = WORKLOADS[request["workload"]](Setting(request), safetensors_reader.read(request["file"]))
            torch.manual_seed(SEED)
            answer = {}
        else:
            milliseconds, losses = [], []
            clock = time.process_time if request["processor"] else time.perf_counter
            for _ in range(request["count"]):
                start = clock()
                losses.append(step())
                milliseconds.append(1000 * (clock() - start))
            answer = {"milliseconds": milliseconds, "losses": losses}
        print(json.dumps(answer), flush=True)


main()
