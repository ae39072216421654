using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GenerativeCourse.Models;

/// <summary>x + conv(elu(conv(elu(x)))), pre-activated and without normalisation (He and others, 2016); the last convolution begins at zero, so that every block begins as the identity.</summary>
public sealed class ResidualBlock : Module<Tensor, Tensor>
{
    readonly Conv2d first, second;

    /// <summary>A block of <paramref name="width"/> channels that works in <paramref name="hidden"/>.</summary>
    public ResidualBlock(long width, long hidden) : base("residual")
    {
        first = Conv2d(width, hidden, kernel_size: 3, padding: 1);
        second = Conv2d(hidden, width, kernel_size: 3, padding: 1);
        init.zeros_(second.weight);
        init.zeros_(second.bias!);
        RegisterComponents();
    }

    /// <summary>(B, width, H, W) of the same shape.</summary>
    public override Tensor forward(Tensor x)
    {
        Tensor hidden = first.call(functional.elu(x, 1)); // (B, hidden, H, W)
        return x + second.call(functional.elu(hidden, 1, inplace: true));
    }
}
