using GenerativeCourse.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GenerativeCourse.Models;

/// <summary>One layer of a <see cref="GatedPixelCnn"/>: both stacks convolved, gated by tanh times sigmoid, the vertical one linked into the horizontal.</summary>
public sealed class GatedBlock : Module<Tensor, Tensor, (Tensor vertical, Tensor horizontal)>
{
    readonly Conv2d above, left, link, mix;
    readonly bool isFirst;

    /// <summary>From <paramref name="channels"/> to <paramref name="width"/>; the first block sees the image itself, whose pixel at the place must stay unseen.</summary>
    public GatedBlock(long channels, long width, bool isFirst) : base("gated_block")
    {
        this.isFirst = isFirst;
        // Zeros stand around the image; of what comes out, the part is kept whose windows end where they may.
        above = Conv2d(channels, 2 * width, (2L, 3L), padding: (1L, 1L));
        left = Conv2d(channels, 2 * width, (1L, 2L), padding: (0L, isFirst ? 2L : 1L));
        link = Conv2d(2 * width, 2 * width, kernel_size: 1);
        mix = Conv2d(width, width, kernel_size: 1);
        RegisterComponents();
    }

    /// <summary>(B, channels, H, W) twice to (B, width, H, W) twice. At row y the vertical stack sees rows to y, at column x the horizontal one columns to x (to x - 1 in the first block).</summary>
    public override (Tensor vertical, Tensor horizontal) forward(Tensor vertical, Tensor horizontal)
    {
        var (h, w) = (vertical.shape[2], vertical.shape[3]);
        Tensor seen = above.call(vertical); // (B, 2 width, H + 1, W), rows y - 1 and y
        Tensor earlier = functional.pad(seen, (0L, 0L, 1L, -2L)); // what row y - 1 saw, at row y
        Tensor gated = GatedActivation.Gate(left.call(horizontal), h, w, plus: link.call(earlier)); // (B, width, H, W)
        Tensor mixed = mix.call(gated);
        return (GatedActivation.Gate(seen, h, w), isFirst ? mixed : mixed + horizontal);
    }
}
