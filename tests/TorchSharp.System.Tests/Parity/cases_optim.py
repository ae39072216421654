"""Optimisers, schedulers and distributions."""
import torch

from parity import Fixture, integers, values

fixture = Fixture("optim")
fixture.record("dtypes", {
    "float32": torch.tensor([1.5, float("nan"), float("inf"), float("-inf")]), "float64": torch.tensor([1.5, -2.25], dtype=torch.float64),
    "bfloat16": torch.tensor([1.5, 3.0], dtype=torch.bfloat16), "float16": torch.tensor([1.5, 65504.0], dtype=torch.float16),
    "int64": torch.tensor([[1, -2**40]]), "int32": torch.tensor([1, -2], dtype=torch.int32), "uint8": torch.tensor([1, 255], dtype=torch.uint8),
    "bool": torch.tensor([True, False]), "complex64": torch.tensor([1 + 2j, -0.5j]), "scalar": torch.tensor(3.0), "empty": torch.zeros(0, 2)})


def train(case, make, dtype=torch.float32, strided=True):
    """Ten steps of an optimiser over a matrix, a vector, a transposed matrix and every second column of one; the vector joins at the fourth step."""
    given = {f"p{i}": values(*shape, seed=10 + i, dtype=dtype) for i, shape in enumerate([(3, 4), (5,), (4, 3), (3, 4)])}
    wide = torch.zeros(3, 8, dtype=dtype)
    wide[:, ::2] = given["p3"]
    data = [given["p0"].clone(), given["p1"].clone(), given["p2"].t().contiguous().t(), wide[:, ::2]]
    parameters = [torch.nn.Parameter(values if strided else values.contiguous()) for values in data]
    optimizer, outputs = make(parameters), {}
    for step in range(1, 11):
        def closure():
            optimizer.zero_grad()
            loss = sum(((p * 3 + i).sin() + p * p * 0.25).sum() for i, p in enumerate(parameters) if i != 1 or step > 3)
            loss.backward()
            return loss
        optimizer.step(closure)
        if step in (1, 10):
            outputs.update({f"{step}.p{i}": p.detach().clone() for i, p in enumerate(parameters)})
    fixture.record(case, given, outputs)


optim = torch.optim
for dtype, suffix in [(torch.float32, ""), (torch.float64, ".float64"), (torch.bfloat16, ".bfloat16")]:
    train("SGD" + suffix, lambda p: optim.SGD(p, 0.1), dtype)
    train("SGD.momentum" + suffix, lambda p: optim.SGD(p, 0.1, momentum=0.9, dampening=0.1, weight_decay=0.01), dtype)
    train("SGD.nesterov" + suffix, lambda p: optim.SGD(p, 0.1, momentum=0.9, nesterov=True, maximize=True, weight_decay=0.01), dtype)
    train("Adam" + suffix, lambda p: optim.Adam(p, 0.05), dtype)
    train("Adam.decay" + suffix, lambda p: optim.Adam(p, 0.05, betas=(0.8, 0.99), eps=1e-4, weight_decay=0.1, maximize=True), dtype)
    train("Adam.amsgrad" + suffix, lambda p: optim.Adam(p, 0.05, betas=(0.5, 0.6), weight_decay=0.1, amsgrad=True), dtype)
    train("AdamW" + suffix, lambda p: optim.AdamW(p, 0.05, weight_decay=0.1), dtype)
    train("AdamW.amsgrad" + suffix, lambda p: optim.AdamW(p, 0.05, betas=(0.5, 0.6), weight_decay=0.1, amsgrad=True, maximize=True), dtype)
    train("RMSProp" + suffix, lambda p: optim.RMSprop(p, 0.01), dtype)
    train("RMSProp.centered" + suffix, lambda p: optim.RMSprop(p, 0.01, alpha=0.9, weight_decay=0.1, momentum=0.5, centered=True, maximize=True), dtype)
train("Adagrad", lambda p: optim.Adagrad(p, 0.1, lr_decay=0.1, weight_decay=0.1, initial_accumulator_value=0.2))
train("Adadelta", lambda p: optim.Adadelta(p, 1.0, weight_decay=0.1, maximize=True))
train("NAdam", lambda p: optim.NAdam(p, 0.05, weight_decay=0.1, foreach=True))  # 1.13's other path takes the momentum into the next product twice
train("RAdam", lambda p: optim.RAdam(p, 0.05, weight_decay=0.1))
train("Adamax", lambda p: optim.Adamax(p, 0.05, weight_decay=0.1))
train("ASGD", lambda p: optim.ASGD(p, 0.05, lambd=0.1, t0=3, weight_decay=0.1))
train("Rprop", lambda p: optim.Rprop(p, 0.05, maximize=True))
train("LBFGS", lambda p: optim.LBFGS(p, 0.5, max_iter=4, history_size=3), strided=False)


def schedule(case, make, steps=25, momentum=None, metric=None):
    """The learning rates that a scheduler sets over SGD's 0.1, and the momentum where it cycles."""
    optimizer = optim.SGD([torch.nn.Parameter(torch.zeros(1))], 0.1, momentum=0.9) if momentum != "betas" else optim.Adam([torch.nn.Parameter(torch.zeros(1))], 0.1)
    scheduler = make(optimizer)
    group, rates, momenta = optimizer.param_groups[0], [], []
    for epoch in range(steps):
        rates.append(group["lr"])
        momenta.append(group["betas"][0] if momentum == "betas" else group["momentum"])
        optimizer.step()
        scheduler.step(metric(epoch)) if metric else scheduler.step()
    fixture.record("lr." + case, {}, {"lr": torch.tensor(rates, dtype=torch.float64), **({"momentum": torch.tensor(momenta, dtype=torch.float64)} if momentum else {})})


lr = torch.optim.lr_scheduler
schedule("StepLR", lambda o: lr.StepLR(o, 4, 0.5))
schedule("MultiStepLR", lambda o: lr.MultiStepLR(o, [3, 8, 8, 15], 0.5))
schedule("ExponentialLR", lambda o: lr.ExponentialLR(o, 0.9))
schedule("CosineAnnealingLR", lambda o: lr.CosineAnnealingLR(o, 10, 0.01))
schedule("LambdaLR", lambda o: lr.LambdaLR(o, lambda epoch: 1 / (1 + epoch)))
schedule("MultiplicativeLR", lambda o: lr.MultiplicativeLR(o, lambda epoch: 1 - 0.01 * epoch))
schedule("ConstantLR", lambda o: lr.ConstantLR(o, 0.25, 6))
schedule("LinearLR", lambda o: lr.LinearLR(o, 0.1, 0.9, 7))
schedule("PolynomialLR", lambda o: lr.PolynomialLR(o, 12, 2.0))
schedule("OneCycleLR", lambda o: lr.OneCycleLR(o, 1.0, total_steps=26), momentum="momentum")
schedule("OneCycleLR.threePhase", lambda o: lr.OneCycleLR(o, 1.0, epochs=13, steps_per_epoch=2, anneal_strategy="linear", three_phase=True), momentum="betas")
schedule("CyclicLR", lambda o: lr.CyclicLR(o, 0.01, 0.2, 4, 6), momentum="momentum")
schedule("CyclicLR.triangular2", lambda o: lr.CyclicLR(o, 0.01, 0.2, 3, mode="triangular2"), momentum="momentum")
schedule("CyclicLR.expRange", lambda o: lr.CyclicLR(o, 0.01, 0.2, 3, mode="exp_range", gamma=0.9), momentum="momentum")
schedule("ReduceLROnPlateau", lambda o: lr.ReduceLROnPlateau(o, factor=0.5, patience=2, cooldown=1, min_lr=0.01), metric=lambda epoch: [1.0, 0.5, 0.4999999, 0.45][min(epoch, 3)])
schedule("ReduceLROnPlateau.max", lambda o: lr.ReduceLROnPlateau(o, mode="max", factor=0.3, patience=1, threshold=0.01, threshold_mode="abs"), metric=lambda epoch: min(epoch, 6) * 0.02)
schedule("SequentialLR", lambda o: lr.SequentialLR(o, [lr.LinearLR(o, 0.1, 1.0, 5), lr.CosineAnnealingLR(o, 10), lr.ExponentialLR(o, 0.9)], [5, 15]))
schedule("ChainedLR", lambda o: lr.ChainedScheduler([lr.ConstantLR(o, 0.1, 4), lr.ExponentialLR(o, 0.9)]))
