using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GenerativeCourse.Models;

/// <summary>
/// A pixel's distribution given those above it and those to its left, by gated convolutions in two stacks that leave no blind spot (van den Oord and others, 2016).
/// The vertical stack sees the rows above, the horizontal one the pixels to the left in the row and, through a link, the vertical stack.
/// </summary>
public sealed class GatedPixelCnn : Module<Tensor, Tensor>
{
    readonly ModuleList<GatedBlock> blocks;
    readonly Conv2d hidden, last;

    /// <summary>A model of images of <paramref name="channels"/> channels, each pixel given its <paramref name="outcomes"/> logits.</summary>
    /// <param name="channels">Channels of the image; all of a pixel's are seen, or predicted, together.</param>
    /// <param name="outcomes">Logits a pixel: 1 for Bernoulli, 256 for bytes.</param>
    /// <param name="width">Channels of each stack.</param>
    /// <param name="depth">Blocks, the first one included.</param>
    public GatedPixelCnn(long channels = 1, long outcomes = 1, long width = 64, int depth = 12) : base("gated_pixel_cnn")
    {
        blocks = new ModuleList<GatedBlock>([.. Enumerable.Range(0, depth).Select(i => new GatedBlock(i == 0 ? channels : width, width, isFirst: i == 0))]);
        hidden = Conv2d(width, width, kernel_size: 1);
        last = Conv2d(width, outcomes, kernel_size: 1);
        RegisterComponents();
    }

    /// <summary>(B, channels, H, W) to logits (B, outcomes, H, W); those of a pixel depend on no pixel at or after it in reading order.</summary>
    public override Tensor forward(Tensor x)
    {
        Tensor vertical = x, horizontal = x;
        foreach (GatedBlock block in blocks)
            (vertical, horizontal) = block.call(vertical, horizontal); // (B, width, H, W) each
        return last.call(functional.relu(hidden.call(functional.relu(horizontal))));
    }

    /// <summary>Draws binary images (count, 1, side, side) pixel by pixel, one pass of the network a pixel.</summary>
    public Tensor Sample(int count, int side = 28, Generator? generator = null)
    {
        using IDisposable off = no_grad();
        Tensor images = zeros([count, 1, side, side], device: hidden.weight!.device); // (count, 1, side, side)
        for (int row = 0; row < side; row++)
            for (int column = 0; column < side; column++)
            {
                using var scope = NewDisposeScope();
                Tensor above = images[.., .., ..(row + 1)]; // what lies below cannot matter
                Tensor probability = sigmoid(call(above)[.., .., row, column]).to(float32); // (count, 1)
                Tensor threshold = rand(count, 1, generator: generator).to(images.device);
                images[.., .., row, column] = (threshold < probability).to(float32);
            }
        return images;
    }
}
