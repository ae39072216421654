"""The models of the benchmark as PyTorch's users write them, with the parameter names of the C# ones."""
import torch
from torch import nn
from torch.nn import functional as F


class MlpVae(nn.Module):
    def __init__(self, latents=20, hidden=512):
        super().__init__()
        self.encoder = nn.Sequential(nn.Linear(784, hidden), nn.ReLU(), nn.Linear(hidden, 2 * latents))
        self.decoder = nn.Sequential(nn.Linear(latents, hidden), nn.ReLU(), nn.Linear(hidden, 784))

    def loss(self, x):
        mean, log_variance = self.encoder(x).float().chunk(2, dim=1)
        z = mean + (0.5 * log_variance).exp() * torch.randn_like(mean)
        logits = self.decoder(z).float()
        reconstruction = F.binary_cross_entropy_with_logits(logits, x, reduction="none").sum(1)
        kl = 0.5 * (mean.pow(2) + log_variance.exp() - 1 - log_variance).sum(1)
        return (reconstruction + kl).mean()


class GatedBlock(nn.Module):
    def __init__(self, channels, width, first):
        super().__init__()
        self.first = first
        self.above = nn.Conv2d(channels, 2 * width, (2, 3), padding=(1, 1))
        self.left = nn.Conv2d(channels, 2 * width, (1, 2), padding=(0, 2 if first else 1))
        self.link = nn.Conv2d(2 * width, 2 * width, 1)
        self.mix = nn.Conv2d(width, width, 1)

    @staticmethod
    def gate(x):
        one, other = x.chunk(2, dim=1)
        return torch.tanh(one) * torch.sigmoid(other)

    def forward(self, vertical, horizontal):
        height, width = vertical.shape[2], vertical.shape[3]
        above = self.above(vertical)
        seen = above[:, :, :height]
        row = self.left(horizontal)[:, :, :, :width] + self.link(F.pad(above, (0, 0, 1, -2)))
        mixed = self.mix(self.gate(row))
        return self.gate(seen), mixed if self.first else mixed + horizontal


class GatedPixelCnn(nn.Module):
    def __init__(self, channels=1, outcomes=1, width=64, depth=12):
        super().__init__()
        self.blocks = nn.ModuleList(GatedBlock(channels if i == 0 else width, width, i == 0) for i in range(depth))
        self.hidden = nn.Conv2d(width, width, 1)
        self.last = nn.Conv2d(width, outcomes, 1)

    def forward(self, x):
        vertical = horizontal = x
        for block in self.blocks:
            vertical, horizontal = block(vertical, horizontal)
        return self.last(F.relu(self.hidden(F.relu(horizontal))))


class DcganGenerator(nn.Module):
    def __init__(self, latents=64, width=64, channels=1):
        super().__init__()
        self.latents, self.width = latents, width
        self.begin = nn.Linear(latents, 49 * 2 * width, bias=False)
        self.upward = nn.Sequential(
            nn.BatchNorm2d(2 * width), nn.ReLU(),
            nn.ConvTranspose2d(2 * width, width, 4, 2, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU(),
            nn.ConvTranspose2d(width, channels, 4, 2, 1), nn.Tanh())

    def forward(self, z):
        return self.upward(self.begin(z).reshape(-1, 7, 7, 2 * self.width).permute(0, 3, 1, 2))


class DcganDiscriminator(nn.Module):
    def __init__(self, width=64, channels=1):
        super().__init__()
        self.downward = nn.Sequential(
            nn.Conv2d(channels, width, 4, 2, 1), nn.LeakyReLU(0.2),
            nn.Conv2d(width, 2 * width, 4, 2, 1, bias=False), nn.BatchNorm2d(2 * width), nn.LeakyReLU(0.2))
        self.last = nn.Conv2d(2 * width, 1, 7)

    def forward(self, x):
        return self.last(self.downward(x)).flatten()
