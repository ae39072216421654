using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GenerativeCourse.Models;

/// <summary>
/// A variational autoencoder of binary 28 x 28 images whose latents stand in a row: a vector for the whole image, then maps of 7 x 7, each drawn given all before it.
/// The encoder runs upward once; the decoder runs downward, and at each map the posterior sees what the encoder found and what is drawn so far
/// (the top-down inference of Sønderby and others, Ladder Variational Autoencoders, 2016, in the residual form of Kingma and others, 2016).
/// </summary>
public sealed class ConvolutionalVae : Module<Tensor, (Tensor logits, Tensor kl)>
{
    readonly Conv2d stem, down, smaller, lift, last;
    readonly Linear top, begin;
    readonly Sequential fine, coarse, paint;
    readonly ModuleList<LatentMap> maps;
    readonly ConvolutionalVaeSize size;

    /// <summary>A model of the given size, with fresh weights.</summary>
    public ConvolutionalVae(ConvolutionalVaeSize? size = null) : base("convolutional_vae")
    {
        this.size = size ??= new();
        stem = Conv2d(1, size.Fine, kernel_size: 5, stride: 2, padding: 2);
        fine = Blocks(1, size.Fine);
        down = Conv2d(size.Fine, size.Coarse, kernel_size: 3, stride: 2, padding: 1);
        coarse = Blocks(1, size.Coarse);
        smaller = Conv2d(size.Coarse, size.Coarse, kernel_size: 3, stride: 2, padding: 1);
        top = Linear(16 * size.Coarse, 2 * size.Top);
        begin = Linear(size.Top, 49 * size.Coarse);
        maps = new ModuleList<LatentMap>([.. Enumerable.Range(0, size.Maps).Select(_ => new LatentMap(size.Coarse, size.Map))]);
        lift = Conv2d(size.Coarse, 4 * size.Fine, kernel_size: 1);
        paint = Blocks(2, size.Fine);
        last = Conv2d(size.Fine, 4, kernel_size: 3, padding: 1);
        RegisterComponents();
    }

    static Sequential Blocks(int count, long width) => Sequential([.. Enumerable.Range(0, count).Select(_ => new ResidualBlock(width, width / 2))]);

    /// <summary>Images of zeros and ones (B, 1, 28, 28) to logits of the pixels, of one draw of the latents, (B, 1, 28, 28), and KL(q(z | x) || p(z)) in nats, (B), in closed form given that draw.</summary>
    public override (Tensor logits, Tensor kl) forward(Tensor x)
    {
        var (features, q) = Encode(x);
        Tensor kl = q.KlTo(q.Standard()); // (B)
        Tensor state = Begin(q.Draw()); // (B, coarse, 7, 7)
        foreach (LatentMap map in maps)
        {
            DiagonalGaussian prior = map.Prior(state), posterior = map.Posterior(prior, state, features); // of (B, map, 7, 7)
            kl = kl + posterior.KlTo(prior);
            state = map.Next(state, posterior.Draw());
        }
        return (Paint(state), kl);
    }

    /// <summary>log p(x, z) - log q(z | x) in nats, of so many draws of z an image: (B, 1, 28, 28) to (draws, B). The encoder runs once.</summary>
    public Tensor LogWeights(Tensor x, int draws)
    {
        var (features, q) = Encode(x);
        (features, q) = (features.repeat(draws, 1, 1, 1), q.Repeat(draws)); // (draws B, coarse, 7, 7), (draws B, top)
        Tensor z = q.Draw();
        Tensor ratio = q.Standard().LogProb(z) - q.LogProb(z); // log p(z) - log q(z | x): (draws B)
        Tensor state = Begin(z);
        foreach (LatentMap map in maps)
        {
            DiagonalGaussian prior = map.Prior(state), posterior = map.Posterior(prior, state, features);
            z = posterior.Draw(); // (draws B, map, 7, 7)
            ratio = ratio + prior.LogProb(z) - posterior.LogProb(z);
            state = map.Next(state, z);
        }
        Tensor surprise = functional.binary_cross_entropy_with_logits(Paint(state), x.repeat(draws, 1, 1, 1), reduction: Reduction.None); // (draws B, 1, 28, 28)
        return (ratio - surprise.flatten(1).sum(1)).reshape(draws, -1);
    }

    /// <summary>Draws images from the model: the pixels' probabilities (count, 1, 28, 28).</summary>
    /// <param name="count">How many.</param>
    /// <param name="temperature">A factor on the deviations of all latents: 1 is the model; less gives cleaner and more alike images.</param>
    public Tensor Sample(long count, double temperature = 1)
    {
        using IDisposable off = no_grad();
        using var scope = NewDisposeScope();
        Tensor state = Begin(temperature * randn([count, size.Top], device: stem.weight!.device)); // (count, coarse, 7, 7)
        foreach (LatentMap map in maps)
            state = map.Next(state, map.Prior(state).Draw(temperature));
        return sigmoid(Paint(state)).MoveToOuterDisposeScope();
    }

    /// <summary>What the model sees in images: the pixels' probabilities at the posterior's means, (B, 1, 28, 28) of the same shape.</summary>
    public Tensor Reconstruct(Tensor x)
    {
        using IDisposable off = no_grad();
        using var scope = NewDisposeScope();
        var (features, q) = Encode(x);
        Tensor state = Begin(q.Mean);
        foreach (LatentMap map in maps)
            state = map.Next(state, map.Posterior(map.Prior(state), state, features).Mean);
        return sigmoid(Paint(state)).MoveToOuterDisposeScope();
    }

    // (B, 1, 28, 28) to what the maps' posteriors see, and the posterior of the uppermost latents.
    (Tensor features, DiagonalGaussian top) Encode(Tensor x)
    {
        Tensor at14 = fine.call(stem.call(2 * x - 1)); // (B, fine, 14, 14)
        Tensor features = coarse.call(down.call(functional.elu(at14, 1))); // (B, coarse, 7, 7)
        Tensor at4 = functional.elu(smaller.call(functional.elu(features, 1)), 1); // (B, coarse, 4, 4)
        return (features, DiagonalGaussian.From(top.call(at4.flatten(1)))); // of (B, top)
    }

    // (B, top) to the decoder's state (B, coarse, 7, 7), channels innermost in memory as the convolutions like it.
    Tensor Begin(Tensor z) => begin.call(z).reshape(-1, 7, 7, size.Coarse).permute(0, 3, 1, 2);

    // (B, coarse, 7, 7) to logits (B, 1, 28, 28): four channels of 14 x 14 are the four pixels of each square of two by two.
    Tensor Paint(Tensor state)
    {
        Tensor at14 = paint.call(functional.pixel_shuffle(lift.call(functional.elu(state, 1)), 2)); // (B, fine, 14, 14)
        return functional.pixel_shuffle(last.call(functional.elu(at14, 1)).to(float32), 2);
    }
}
