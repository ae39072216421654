using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GenerativeCourse.Models;

/// <summary>The generator of a DCGAN for 28 x 28 images: transposed convolutions with batch normalisation and ReLU (Radford, Metz and Chintala, 2016).</summary>
public sealed class DcganGenerator : Module<Tensor, Tensor>
{
    readonly Linear begin;
    readonly Sequential upward;
    readonly long width;

    /// <summary>From codes of <paramref name="latents"/> normal numbers to images of <paramref name="channels"/> channels.</summary>
    public DcganGenerator(long latents = 64, long width = 64, long channels = 1) : base("dcgan_generator")
    {
        (Latents, this.width) = (latents, width);
        begin = Linear(latents, 49 * 2 * width, hasBias: false);
        upward = Sequential(
            BatchNorm2d(2 * width), ReLU(),
            ConvTranspose2d(2 * width, width, kernel_size: 4, stride: 2, padding: 1, bias: false), BatchNorm2d(width), ReLU(), // (B, width, 14, 14)
            ConvTranspose2d(width, channels, kernel_size: 4, stride: 2, padding: 1), Tanh()); // (B, channels, 28, 28)
        RegisterComponents();
        Dcgan.Initialise(this);
    }

    /// <summary>Numbers in a code.</summary>
    public long Latents { get; }

    /// <summary>(B, latents) to images (B, channels, 28, 28) in -1 to 1.</summary>
    public override Tensor forward(Tensor z) => upward.call(begin.call(z).reshape(-1, 7, 7, 2 * width).permute(0, 3, 1, 2));
}

/// <summary>The discriminator of a DCGAN: strided convolutions with leaky ReLU, batch normalisation on all but the first.</summary>
public sealed class DcganDiscriminator : Module<Tensor, Tensor>
{
    readonly Sequential downward;
    readonly Conv2d last;

    /// <summary>For images of <paramref name="channels"/> channels.</summary>
    public DcganDiscriminator(long width = 64, long channels = 1) : base("dcgan_discriminator")
    {
        downward = Sequential(
            Conv2d(channels, width, kernel_size: 4, stride: 2, padding: 1), LeakyReLU(0.2), // (B, width, 14, 14)
            Conv2d(width, 2 * width, kernel_size: 4, stride: 2, padding: 1, bias: false), BatchNorm2d(2 * width), LeakyReLU(0.2)); // (B, 2 width, 7, 7)
        last = Conv2d(2 * width, 1, kernel_size: 7); // (B, 1, 1, 1)
        RegisterComponents();
        Dcgan.Initialise(this);
    }

    /// <summary>Images (B, channels, 28, 28) in -1 to 1 to logits (B) of being real.</summary>
    public override Tensor forward(Tensor x) => last.call(downward.call(x)).flatten();
}

/// <summary>What both networks of a DCGAN share: their first weights, and the losses of Goodfellow and others (2014), the generator's in its non-saturating form.</summary>
public static class Dcgan
{
    /// <summary>-log D(real) - log(1 - D(fake)), a mean: logits (B) and (B) to a scalar.</summary>
    public static Tensor DiscriminatorLoss(Tensor real, Tensor fake) => functional.softplus(-real).mean() + functional.softplus(fake).mean();

    /// <summary>-log D(fake), a mean: logits (B) to a scalar.</summary>
    public static Tensor GeneratorLoss(Tensor fake) => functional.softplus(-fake).mean();

    // Normal with deviation 0.02, scales of normalisation around one, as the paper has it.
    internal static void Initialise(Module network)
    {
        using IDisposable off = no_grad();
        foreach (Module part in network.modules())
        {
            if (part is BatchNorm2d normalisation)
                init.normal_(normalisation.weight!, 1, 0.02);
            else if (part is TorchSharp.Modules.Linear or TorchSharp.Modules.Conv2d or TorchSharp.Modules.ConvTranspose2d)
                foreach (var (name, parameter) in part.named_parameters(recurse: false))
                    _ = name == "weight" ? init.normal_(parameter, 0, 0.02) : init.zeros_(parameter);
        }
    }
}
