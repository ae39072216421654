using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GenerativeCourse.Models;

/// <summary>One group of latents in a <see cref="ConvolutionalVae"/>: its prior given the state, its posterior given state and image, and what its draw does to the state.</summary>
public sealed class LatentMap : Module
{
    readonly Conv2d prior, mix, posterior, enter;
    readonly ResidualBlock block;

    /// <summary>A map of <paramref name="latents"/> channels in a state of <paramref name="width"/>.</summary>
    public LatentMap(long width, long latents) : base("latent_map")
    {
        prior = Conv2d(width, 2 * latents, kernel_size: 3, padding: 1);
        mix = Conv2d(2 * width, width / 2, kernel_size: 3, padding: 1);
        posterior = Conv2d(width / 2, 2 * latents, kernel_size: 3, padding: 1);
        enter = Conv2d(latents, width, kernel_size: 1);
        block = new ResidualBlock(width, width / 2);
        RegisterComponents();
    }

    /// <summary>p(z | what is drawn so far): the state (B, width, H, W) to a Gaussian of (B, latents, H, W).</summary>
    public DiagonalGaussian Prior(Tensor state) => DiagonalGaussian.From(prior.call(functional.elu(state, 1)));

    /// <summary>q(z | what is drawn so far, x), told as a change of the prior: the state and the encoder's features, both (B, width, H, W), to a Gaussian of (B, latents, H, W).</summary>
    public DiagonalGaussian Posterior(DiagonalGaussian prior, Tensor state, Tensor features)
    {
        Tensor both = functional.elu(cat([state, features], 1), 1); // (B, 2 width, H, W)
        Tensor mixed = functional.elu(mix.call(both), 1); // (B, width / 2, H, W)
        return DiagonalGaussian.Around(prior, posterior.call(mixed));
    }

    /// <summary>The state after z (B, latents, H, W) is known: (B, width, H, W).</summary>
    public Tensor Next(Tensor state, Tensor z) => block.call(state + enter.call(z));
}
