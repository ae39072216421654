"""Modules, losses and functions of torch.nn. The first word of a case names the C# test class that runs it."""
import warnings

import torch
import torch.nn.functional as F
from torch import nn

from parity import Fixture, integers, values

warnings.simplefilter("ignore")  # of what will change in PyTorch, or is slow
fixture = Fixture("nn")
x = values(2, 3, 4, seed=1, low=-4, high=4)

# Activations, and what their factories take.
for module in [nn.ReLU(), nn.ReLU6(), nn.LeakyReLU(0.2), nn.ELU(1.5), nn.CELU(0.7), nn.SELU(), nn.GELU(), nn.GELU("tanh"), nn.SiLU(), nn.Mish(), nn.Sigmoid(), nn.Tanh(),
               nn.Hardtanh(-0.5, 0.7), nn.Hardsigmoid(), nn.Hardswish(), nn.Hardshrink(0.4), nn.Softshrink(0.4), nn.Softplus(2, 3), nn.Softsign(), nn.Tanhshrink(), nn.LogSigmoid(),
               nn.Threshold(0.1, 20), nn.GLU(-1), nn.Softmax(1), nn.LogSoftmax(1), nn.Softmin(1), nn.PReLU(3), nn.RReLU().eval()]:
    fixture.module(f"activation/{module}", module, x)
fixture.module("activation/Softmax2d()", nn.Softmax2d(), values(1, 3, 2, 2, seed=2))

# Linear layers and what goes beside them.
fixture.module("linear/Linear", nn.Linear(3, 4), values(5, 3, seed=1))
fixture.module("linear/Linear without bias", nn.Linear(3, 2, bias=False), values(2, 2, 3, seed=1))
fixture.module("linear/Bilinear", nn.Bilinear(3, 2, 4), values(5, 3, seed=1), values(5, 2, seed=2))
fixture.module("linear/Sequential", nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 2)), values(4, 3, seed=1))
fixture.module("linear/Flatten", nn.Flatten(), x)
fixture.module("linear/Unflatten", nn.Unflatten(-1, (2, 2)), x)
fixture.module("linear/Identity", nn.Identity(), x)
fixture.module("linear/Embedding", nn.Embedding(6, 3, padding_idx=2), integers(2, 4, seed=1, high=6))
fixture.module("linear/Embedding by frequency", nn.Embedding(4, 3, scale_grad_by_freq=True), integers(2, 4, seed=1, high=4))
fixture.module("linear/Embedding with max_norm", nn.Embedding(6, 3, max_norm=0.5), integers(2, 4, seed=1, high=6), steps=2)
for mode in ["sum", "mean", "max"]:
    fixture.module(f"linear/EmbeddingBag {mode}", nn.EmbeddingBag(6, 3, mode=mode), integers(2, 4, seed=1, high=6))
fixture.module("linear/EmbeddingBag with offsets", nn.EmbeddingBag(6, 3, mode="sum", padding_idx=1), integers(7, seed=1, high=6), torch.tensor([0, 3]))
fixture.module("linear/EmbeddingBag weighted", nn.EmbeddingBag(6, 3, mode="sum"), integers(2, 3, seed=1, high=6), values(2, 3, seed=2),
               call=lambda module, input, weights: module(input, per_sample_weights=weights))
fixture.module("linear/CosineSimilarity", nn.CosineSimilarity(), values(3, 4, seed=1), values(3, 4, seed=2))
fixture.module("linear/PairwiseDistance", nn.PairwiseDistance(keepdim=True), values(3, 4, seed=1), values(3, 4, seed=2))

# Convolutions.
sequence, image, volume = values(2, 4, 7, seed=1), values(2, 4, 6, 5, seed=1), values(1, 2, 3, 4, 4, seed=1)
fixture.module("convolution/Conv1d", nn.Conv1d(4, 3, 3), sequence)
fixture.module("convolution/Conv1d same", nn.Conv1d(4, 3, 4, padding="same", dilation=2), sequence)
fixture.module("convolution/Conv1d causal", nn.Conv1d(4, 4, 2, padding=2, dilation=2, groups=2), sequence)
fixture.module("convolution/Conv2d", nn.Conv2d(4, 3, 3), image)
fixture.module("convolution/Conv2d strided", nn.Conv2d(4, 6, (3, 2), stride=(2, 1), padding=(1, 0), dilation=(1, 2), groups=2, bias=False), image)
fixture.module("convolution/Conv2d same", nn.Conv2d(4, 2, (5, 3), padding="same"), image)
for mode in ["reflect", "replicate", "circular"]:
    fixture.module(f"convolution/Conv2d {mode}", nn.Conv2d(4, 2, 3, padding=(1, 2), padding_mode=mode), image, steps=2)
fixture.module("convolution/Conv2d same reflect", nn.Conv2d(4, 2, (2, 3), padding="same", padding_mode="reflect"), image, steps=2)
fixture.module("convolution/Conv2d unbatched", nn.Conv2d(4, 2, 3), values(4, 5, 5, seed=1), steps=2)
fixture.module("convolution/Conv3d", nn.Conv3d(2, 3, (2, 3, 3), padding=(0, 1, 1)), volume)
fixture.module("convolution/ConvTranspose1d", nn.ConvTranspose1d(4, 3, 3, stride=2, padding=1, output_padding=1), sequence)
fixture.module("convolution/ConvTranspose2d", nn.ConvTranspose2d(4, 2, 4, stride=2, padding=1), image)
fixture.module("convolution/ConvTranspose2d grouped", nn.ConvTranspose2d(4, 6, (3, 2), stride=(2, 3), padding=(1, 0), output_padding=(1, 2), dilation=(1, 2), groups=2, bias=False), image)
fixture.module("convolution/ConvTranspose2d to a size", nn.ConvTranspose2d(4, 2, 3, stride=2), image, call=lambda module, input: module(input, output_size=(14, 12)))
fixture.module("convolution/ConvTranspose3d", nn.ConvTranspose3d(2, 3, 2, stride=2), volume, steps=2)

# Normalisation, in training and evaluation.
for name, batch in {"BatchNorm1d": values(5, 3, seed=1), "BatchNorm2d": values(2, 3, 2, 3, seed=1), "BatchNorm3d": values(2, 3, 2, 2, 2, seed=1)}.items():
    fixture.module(f"normalization/{name}", getattr(nn, name)(3), batch)
    fixture.module(f"normalization/{name} evaluated", getattr(nn, name)(3).eval(), batch)
fixture.module("normalization/BatchNorm1d of sequences", nn.BatchNorm1d(3, momentum=0.3, eps=0.1), values(2, 3, 4, seed=1))
fixture.module("normalization/BatchNorm2d bare", nn.BatchNorm2d(3, affine=False, track_running_stats=False), values(2, 3, 2, 3, seed=1))
fixture.module("normalization/BatchNorm2d bare evaluated", nn.BatchNorm2d(3, affine=False, track_running_stats=False).eval(), values(2, 3, 2, 3, seed=1))
fixture.module("normalization/InstanceNorm1d", nn.InstanceNorm1d(3), values(3, 6, seed=1))
fixture.module("normalization/InstanceNorm2d", nn.InstanceNorm2d(3, affine=True, track_running_stats=True), values(2, 3, 2, 3, seed=1))
fixture.module("normalization/InstanceNorm2d evaluated", nn.InstanceNorm2d(3, affine=True, track_running_stats=True).eval(), values(2, 3, 2, 3, seed=1))
fixture.module("normalization/InstanceNorm3d", nn.InstanceNorm3d(2, affine=True), values(2, 2, 2, 2, 3, seed=1))
fixture.module("normalization/LayerNorm", nn.LayerNorm(4), x)
fixture.module("normalization/LayerNorm over two", nn.LayerNorm((3, 4), eps=0.1), x)
fixture.module("normalization/LayerNorm bare", nn.LayerNorm(4, elementwise_affine=False), x)
fixture.module("normalization/GroupNorm", nn.GroupNorm(2, 4), image)
fixture.module("normalization/GroupNorm bare", nn.GroupNorm(4, 4, eps=0.1, affine=False), image)
fixture.module("normalization/LocalResponseNorm", nn.LocalResponseNorm(3, alpha=0.5, beta=0.6, k=1.2), image)

# Pooling.
fixture.module("pooling/MaxPool1d", nn.MaxPool1d(3, stride=2, padding=1, dilation=1, ceil_mode=True), sequence)
fixture.module("pooling/MaxPool2d", nn.MaxPool2d(2), image)
fixture.module("pooling/MaxPool2d strided", nn.MaxPool2d((3, 2), stride=(1, 2), padding=(1, 0), dilation=(2, 1)), image)
fixture.module("pooling/MaxPool3d", nn.MaxPool3d((1, 2, 2)), volume)
fixture.module("pooling/AvgPool1d", nn.AvgPool1d(3, stride=2, padding=1, count_include_pad=False), sequence)
fixture.module("pooling/AvgPool2d", nn.AvgPool2d((2, 3), padding=(1, 0), ceil_mode=True), image)
fixture.module("pooling/AvgPool2d divided", nn.AvgPool2d(2, divisor_override=3), image)
fixture.module("pooling/AvgPool3d", nn.AvgPool3d(2, stride=1), volume)
for name, size, batch in [("1d", 3, sequence), ("2d", (2, 3), image), ("3d", (2, 3, 1), volume)]:
    fixture.module(f"pooling/AdaptiveAvgPool{name}", getattr(nn, f"AdaptiveAvgPool{name}")(size), batch)
    fixture.module(f"pooling/AdaptiveMaxPool{name}", getattr(nn, f"AdaptiveMaxPool{name}")(size), batch)
fixture.module("pooling/LPPool1d", nn.LPPool1d(3, 2, stride=1), sequence.abs() + 0.1)
fixture.module("pooling/LPPool2d", nn.LPPool2d(2, (2, 3)), image)
for name, size, batch in [("1d", 2, sequence), ("2d", (2, 1), image), ("3d", (1, 2, 2), volume)]:
    fixture.case(f"pooling/MaxUnpool{name}", lambda input: getattr(F, f"max_unpool{name}")(*getattr(F, f"max_pool{name}")(input, size, return_indices=True), size), input=batch)

# Recurrent networks: many layers, both directions, packed sequences.
steps, states = values(4, 2, 3, seed=1), values(4, 2, 5, seed=2)
for name in ["RNN", "GRU", "LSTM"]:
    kind = getattr(nn, name)
    flat = lambda result: [result[0], *(result[1] if isinstance(result[1], tuple) else [result[1]])]
    given = lambda state: (state, state * 0.5) if name == "LSTM" else state
    fixture.module(f"recurrent/{name}", kind(3, 5), steps, steps=3, call=lambda module, input: flat(module(input)))
    fixture.module(f"recurrent/{name} deep", kind(3, 5, num_layers=2, bidirectional=True), steps, states, steps=1, call=lambda module, input, state: flat(module(input, given(state))))
    fixture.module(f"recurrent/{name} batch first", kind(3, 5, bias=False, batch_first=True), steps, steps=1, call=lambda module, input: flat(module(input)))

    def packed(module, input, state):
        pack = nn.utils.rnn.pack_padded_sequence(input, torch.tensor([2, 4]), enforce_sorted=False)
        output, *rest = flat(module(pack, given(state)))
        return [*nn.utils.rnn.pad_packed_sequence(output), *rest]
    fixture.module(f"recurrent/{name} packed", kind(3, 5, bidirectional=True), steps, states[:2], steps=1, call=packed)
    cell = getattr(nn, name + "Cell")
    fixture.module(f"recurrent/{name}Cell", cell(3, 5), steps[0], states[0], steps=3, call=lambda module, input, state: module(input, given(state)))
    fixture.module(f"recurrent/{name}Cell unbatched", cell(3, 5, bias=False), steps[0, 0], steps=1)
fixture.module("recurrent/RNN relu", nn.RNN(3, 5, nonlinearity="relu"), steps, steps=1)
fixture.module("recurrent/RNNCell relu", nn.RNNCell(3, 5, nonlinearity="relu"), steps[0], steps=1)

# Attention and transformers.
tokens, memory = values(3, 2, 4, seed=1), values(5, 2, 4, seed=2)
allowed = torch.tensor([[True, False, False], [True, True, False], [True, True, True]])
later = torch.zeros(3, 3).masked_fill(~allowed, float("-inf"))
padding = torch.tensor([[False] * 5, [False, False, False, True, True]])
q, k, v = values(2, 2, 3, 4, seed=1), values(2, 2, 5, 4, seed=2), values(2, 2, 5, 6, seed=3)
attend = lambda q, k, v, bias=0: torch.softmax(q @ k.transpose(-2, -1) / k.shape[-1] ** 0.5 + bias, -1) @ v
fixture.case("attention/scaled_dot_product_attention", attend, q=q, k=k, v=v)
fixture.case("attention/scaled_dot_product_attention with a bias", attend, q=q, k=k, v=v, bias=values(3, 5, seed=4))
fixture.case("attention/scaled_dot_product_attention masked", lambda q, k, v, mask: attend(q, k, v, torch.zeros(3, 3).masked_fill(~mask, float("-inf"))), q=q, k=k[..., :3, :], v=v[..., :3, :], mask=allowed)
fixture.case("attention/scaled_dot_product_attention causal", lambda q, k, v: attend(q, k, v, torch.full((3, 5), float("-inf")).triu(1)), q=q, k=k, v=v)
fixture.module("attention/MultiheadAttention", nn.MultiheadAttention(4, 2), tokens, memory, values(5, 2, 4, seed=3), steps=3)
fixture.module("attention/MultiheadAttention to itself", nn.MultiheadAttention(4, 2), tokens, steps=2, call=lambda module, x: module(x, x, x, attn_mask=later, need_weights=False)[0])
fixture.module("attention/MultiheadAttention masked", nn.MultiheadAttention(4, 2, bias=False), tokens, memory, values(2 * 2, 3, 5, seed=4), padding, steps=1,
               call=lambda module, x, m, mask, padding: module(x, m, m, attn_mask=mask, key_padding_mask=torch.zeros(2, 5).masked_fill(padding, float("-inf")).bool()))
fixture.module("attention/MultiheadAttention of other sizes", nn.MultiheadAttention(4, 2, add_bias_kv=True, add_zero_attn=True, kdim=3, vdim=5), tokens, values(5, 2, 3, seed=3), values(5, 2, 5, seed=4), padding, steps=1,
               call=lambda module, query, key, value, padding: module(query, key, value, key_padding_mask=padding))
fixture.module("attention/TransformerEncoderLayer", nn.TransformerEncoderLayer(4, 2, 6, dropout=0), tokens, steps=2, call=lambda module, x: module(x, later))
fixture.module("attention/TransformerEncoder", nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6, dropout=0, activation="gelu"), 2), tokens, steps=1)
fixture.module("attention/TransformerDecoderLayer", nn.TransformerDecoderLayer(4, 2, 6, dropout=0), tokens, memory, padding, steps=2, call=lambda module, x, m, padding: module(x, m, later, memory_key_padding_mask=padding))
fixture.module("attention/TransformerDecoder", nn.TransformerDecoder(nn.TransformerDecoderLayer(4, 2, 6, dropout=0), 2), tokens, memory, steps=1)
fixture.module("attention/Transformer", nn.Transformer(4, 2, 1, 1, 6, dropout=0), memory, tokens, steps=1, call=lambda module, source, target: module(source, target, tgt_mask=later))

# Losses: every reduction.
a, b = values(4, 3, seed=1), values(4, 3, seed=2)
share, chance = values(4, 3, seed=3, low=0.1, high=0.9), values(4, 3, seed=4, low=0, high=1)
classes, signs, weight = integers(4, seed=5, high=3), integers(4, 3, seed=6, high=2) * 2.0 - 1, torch.tensor([0.5, 1.0, 2.0])
pair = lambda fn, one=a, other=b, **more: dict(fn=fn, input=one, target=other, **more)
losses = {
    "mse_loss": pair(F.mse_loss), "l1_loss": pair(F.l1_loss), "smooth_l1_loss": pair(lambda i, t, **r: F.smooth_l1_loss(i, t, beta=0.5, **r)), "huber_loss": pair(lambda i, t, **r: F.huber_loss(i, t, delta=0.5, **r)),
    "binary_cross_entropy": pair(F.binary_cross_entropy, share, chance), "binary_cross_entropy weighted": pair(lambda i, t, w, **r: F.binary_cross_entropy(i, t, w, **r), share, chance, weight=weight),
    "binary_cross_entropy_with_logits": pair(F.binary_cross_entropy_with_logits, a, chance),
    "binary_cross_entropy_with_logits weighted": pair(lambda i, t, w, **r: F.binary_cross_entropy_with_logits(i, t, w, pos_weight=w, **r), a, chance, weight=weight),
    "cross_entropy": pair(F.cross_entropy, a, classes), "cross_entropy weighted": pair(lambda i, t, w, **r: F.cross_entropy(i, t, w, ignore_index=1, label_smoothing=0.2, **r), a, classes, weight=weight),
    "cross_entropy of probabilities": pair(F.cross_entropy, a, share), "cross_entropy of pixels": pair(F.cross_entropy, values(2, 3, 2, 2, seed=1), integers(2, 2, 2, seed=2, high=3)),
    "nll_loss": pair(F.nll_loss, a, classes), "nll_loss weighted": pair(lambda i, t, w, **r: F.nll_loss(i, t, w, **r), a, classes, weight=weight),
    "kl_div": pair(lambda i, t, **r: F.kl_div(i, t, log_target=True, **r)), "kl_div of probabilities": pair(F.kl_div, a, share),
    "poisson_nll_loss": pair(lambda i, t, **r: F.poisson_nll_loss(i, t, full=True, **r), a, integers(4, 3, seed=1, high=5).float()),
    "poisson_nll_loss of rates": pair(lambda i, t, **r: F.poisson_nll_loss(i, t, log_input=False, **r), share, integers(4, 3, seed=1, high=5).float()),
    "hinge_embedding_loss": pair(lambda i, t, **r: F.hinge_embedding_loss(i, t, margin=0.5, **r), a, signs), "soft_margin_loss": pair(F.soft_margin_loss, a, signs),
    "multi_margin_loss": pair(lambda i, t, w, **r: F.multi_margin_loss(i, t, p=2, margin=0.7, weight=w, **r), a, classes, weight=weight),
    "multilabel_margin_loss": pair(F.multilabel_margin_loss, a, torch.tensor([[0, -1, 0], [2, 1, -1], [1, -1, -1], [0, 1, 2]])),
    "multilabel_soft_margin_loss": pair(lambda i, t, w, **r: F.multilabel_soft_margin_loss(i, t, w, **r), a, (signs + 1) / 2, weight=weight),
    "margin_ranking_loss": dict(fn=lambda i, j, t, **r: F.margin_ranking_loss(i, j, t, margin=0.3, **r), input1=a, input2=b, target=signs),
    "cosine_embedding_loss": dict(fn=lambda i, j, t, **r: F.cosine_embedding_loss(i, j, t, margin=0.1, **r), input1=a, input2=b, target=signs[:, 0]),
    "triplet_margin_loss": dict(fn=lambda i, p, n, **r: F.triplet_margin_loss(i, p, n, margin=0.8, swap=True, **r), anchor=a, positive=b, negative=share),
    "triplet_margin_with_distance_loss": dict(fn=lambda i, p, n, **r: F.triplet_margin_with_distance_loss(i, p, n, margin=0.8, swap=True, **r), anchor=a, positive=b, negative=share),
    "gaussian_nll_loss": dict(fn=lambda i, t, s, reduction: (lambda each: each if reduction == "none" else getattr(each, reduction)())(
        F.gaussian_nll_loss(i, t, s, full=True, reduction="none").sum(1)), input=a, target=b, variance=share),
    "ctc_loss": dict(fn=lambda p, t, **r: F.ctc_loss(p.log_softmax(-1), t, torch.tensor([6, 5]), torch.tensor([2, 3]), **r), input=values(6, 2, 4, seed=1), target=integers(2, 3, seed=2, low=1, high=4)),
}
learned = ["input", "input1", "input2", "anchor", "positive", "negative"]
for name, given in losses.items():
    run = given.pop("fn")
    for reduction in ["none", "mean", "sum"]:
        fixture.case(f"loss/{name}, {reduction}", lambda **inputs: run(*(value if key in learned else value.detach() for key, value in inputs.items()), reduction=reduction), **given)

# Functions.
fixture.case("function/normalize", lambda x: F.normalize(x, p=3, dim=2), x=x)
fixture.case("function/one_hot", lambda x: F.one_hot(x, 5), x=integers(2, 3, seed=1, high=4))
fixture.case("function/pad constant", lambda x: F.pad(x, (1, 2, 0, 1), value=0.5), x=x)
for mode in ["reflect", "replicate", "circular"]:
    fixture.case(f"function/pad {mode}", lambda x: F.pad(x, (1, 2), mode), x=x)
fixture.case("function/pad every axis", lambda x: F.pad(x, (1,) * 6), x=values(1, 2, 2, seed=1))
for mode, batch, scale in [("nearest", sequence, 2.0), ("nearest", image, (1.5, 2.0)), ("nearest", volume, 2.0), ("nearest-exact", image, 1.5), ("linear", sequence, 2.0),
                           ("bilinear", image, 2.0), ("bicubic", image, (1.5, 1.2)), ("trilinear", volume, 2.0), ("area", image, 0.5)]:
    fixture.case(f"function/interpolate {mode} {batch.dim() - 2}d", lambda x: F.interpolate(x, scale_factor=scale, mode=mode), x=batch)
fixture.case("function/interpolate to a size", lambda x: F.interpolate(x, size=(4, 9), mode="bilinear", align_corners=True), x=image)
fixture.case("function/interpolate recomputed", lambda x: F.interpolate(x, scale_factor=(1.3, 1.7), mode="bilinear", recompute_scale_factor=True), x=image)
fixture.case("function/interpolate antialiased", lambda x: F.interpolate(x, size=(3, 2), mode="bicubic", antialias=True), x=image)
theta = values(2, 2, 3, seed=3)
fixture.case("function/affine_grid", lambda theta: F.affine_grid(theta, (2, 4, 3, 5), align_corners=True), theta=theta)
for padding_mode in ["zeros", "border", "reflection"]:
    fixture.case(f"function/grid_sample {padding_mode}", lambda x, grid: F.grid_sample(x, grid, padding_mode=padding_mode, align_corners=False), x=image, grid=values(2, 3, 2, 2, seed=4, low=-1.5, high=1.5))
fixture.case("function/grid_sample nearest", lambda x, grid: F.grid_sample(x, grid, mode="nearest", align_corners=True), x=image, grid=values(2, 3, 2, 2, seed=4))
fixture.case("function/unfold", lambda x: F.unfold(x, (2, 3), dilation=(1, 2), padding=(1, 1), stride=(2, 1)), x=image)
fixture.case("function/fold", lambda x: F.fold(x, (4, 4), 2, stride=2), x=values(2, 8, 4, seed=1))
fixture.case("function/pixel_shuffle", lambda x: F.pixel_shuffle(x, 2), x=image)
fixture.case("function/pixel_unshuffle", lambda x: F.pixel_unshuffle(x, 2), x=values(1, 2, 4, 6, seed=1))
fixture.case("function/channel_shuffle", lambda x: F.channel_shuffle(x, 2) if hasattr(F, "channel_shuffle") else torch.channel_shuffle(x, 2), x=image, grad=False)
fixture.case("function/pad_sequence", lambda a, b: nn.utils.rnn.pad_sequence([a, b], batch_first=True, padding_value=0.5), a=values(2, 3, seed=1), b=values(4, 3, seed=2))
fixture.case("function/pack_sequence", lambda a, b: nn.utils.rnn.pad_packed_sequence(nn.utils.rnn.pack_sequence([a, b], enforce_sorted=False), batch_first=True), a=values(2, 3, seed=1), b=values(4, 3, seed=2))
fixture.case("function/parameters_to_vector", lambda a, b: nn.utils.parameters_to_vector([a, b]), a=values(2, 3, seed=1), b=values(2, seed=2), grad=False)
for norm in [1.0, 2.0, float("inf")]:
    def clipped(a, b):
        parameters = [nn.Parameter(a.clone()), nn.Parameter(b.clone())]
        sum((p * p).sum() for p in parameters).backward()
        return [nn.utils.clip_grad_norm_(parameters, 0.7, norm), *(p.grad for p in parameters)]
    fixture.case(f"function/clip_grad_norm_ {norm}", clipped, a=values(2, 3, seed=1), b=values(2, seed=2), grad=False)

# What a seed draws: the weights that modules begin with, and dropout.
def drawn(name, run):
    torch.manual_seed(7)
    result = run()
    fixture.record(f"drawn/{name}", outputs=result.state_dict() if isinstance(result, nn.Module) else {"0": result})
    torch.manual_seed(0)


for name, run in {
        "Linear": lambda: nn.Linear(3, 4), "Bilinear": lambda: nn.Bilinear(2, 3, 4), "Conv1d": lambda: nn.Conv1d(2, 4, 3, groups=2), "Conv2d": lambda: nn.Conv2d(2, 3, (3, 2)), "Conv3d": lambda: nn.Conv3d(1, 2, 2),
        "ConvTranspose2d": lambda: nn.ConvTranspose2d(2, 4, 3, groups=2), "Embedding": lambda: nn.Embedding(4, 3, padding_idx=1), "EmbeddingBag": lambda: nn.EmbeddingBag(4, 3),
        "LSTM": lambda: nn.LSTM(2, 3, num_layers=2, bidirectional=True), "GRU": lambda: nn.GRU(2, 3), "RNN": lambda: nn.RNN(2, 3, bias=False), "LSTMCell": lambda: nn.LSTMCell(2, 3), "GRUCell": lambda: nn.GRUCell(2, 3),
        "RNNCell": lambda: nn.RNNCell(2, 3), "MultiheadAttention": lambda: nn.MultiheadAttention(4, 2), "MultiheadAttention of other sizes": lambda: nn.MultiheadAttention(4, 2, add_bias_kv=True, kdim=3, vdim=2),
        "BatchNorm2d": lambda: nn.BatchNorm2d(3), "GroupNorm": lambda: nn.GroupNorm(2, 4), "LayerNorm": lambda: nn.LayerNorm(3), "PReLU": lambda: nn.PReLU(2),
        "TransformerEncoder": lambda: nn.Sequential(nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 3), 2), nn.Linear(2, 2)), "Transformer": lambda: nn.Transformer(4, 2, 1, 1, 3),
        "Sequential": lambda: nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1)),
        "kaiming_uniform_": lambda: nn.init.kaiming_uniform_(torch.empty(3, 4), mode="fan_out", nonlinearity="relu"), "kaiming_normal_": lambda: nn.init.kaiming_normal_(torch.empty(3, 4, 2), a=0.1),
        "xavier_uniform_": lambda: nn.init.xavier_uniform_(torch.empty(3, 4), gain=1.5), "xavier_normal_": lambda: nn.init.xavier_normal_(torch.empty(3, 4)),
        "orthogonal_": lambda: nn.init.orthogonal_(torch.empty(2, 3, 2), gain=2), "orthogonal_ tall": lambda: nn.init.orthogonal_(torch.empty(4, 2)),
        "trunc_normal_": lambda: nn.init.trunc_normal_(torch.empty(3, 4), mean=0.5, std=0.7, a=-0.2, b=1.2), "sparse_": lambda: nn.init.sparse_(torch.empty(5, 3), 0.4),
        "dirac_": lambda: nn.init.dirac_(torch.empty(3, 2, 3, 3)), "eye_": lambda: nn.init.eye_(torch.empty(3, 4)), "normal_": lambda: nn.init.normal_(torch.empty(3), 1, 2), "uniform_": lambda: nn.init.uniform_(torch.empty(3), -1, 2),
        "dropout": lambda: F.dropout(torch.ones(4, 5), 0.3), "dropout1d": lambda: F.dropout1d(torch.ones(2, 4, 3), 0.3), "dropout2d": lambda: F.dropout2d(torch.ones(2, 4, 2, 2), 0.3), "dropout3d": lambda: F.dropout3d(torch.ones(2, 4, 1, 2, 2), 0.3),
        "alpha_dropout": lambda: F.alpha_dropout(torch.ones(4, 5), 0.3, training=True), "feature_alpha_dropout": lambda: F.feature_alpha_dropout(torch.ones(2, 4, 3), 0.3, training=True),
        "LSTM with dropout": lambda: nn.LSTM(2, 3, num_layers=2, dropout=0.5)(torch.ones(4, 1, 2))[0].detach(), "TransformerEncoderLayer with dropout": lambda: nn.TransformerEncoderLayer(4, 2, 3, dropout=0.5)(torch.ones(3, 1, 4)).detach(),
}.items():
    drawn(name, run)
