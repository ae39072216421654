using GenerativeCourse.Training;

namespace GenerativeCourse.Benchmarks;

/// <summary>In what numbers and layout a side computes, and what it asks of its optimiser.</summary>
/// <param name="Precision">fp32, or bf16 by autocast.</param>
/// <param name="ChannelsLast">Images and convolution weights in channels_last.</param>
/// <param name="Foreach">PyTorch's optimiser over lists of tensors, and gradients set to none; ours has one form.</param>
sealed record Variant(Precision Precision, bool ChannelsLast, bool Foreach = false)
{
    public static readonly Variant Plain = new(Precision.Float32, ChannelsLast: false);

    /// <summary>What either side may be fastest with.</summary>
    public static readonly Variant[] Fast =
    [
        new(Precision.BFloat16, ChannelsLast: true, Foreach: true),
        new(Precision.BFloat16, ChannelsLast: false, Foreach: true),
        new(Precision.Float32, ChannelsLast: true, Foreach: true),
    ];

    public override string ToString() => $"{(Precision == Precision.BFloat16 ? "bf16 autocast" : "fp32")}, {(ChannelsLast ? "channels_last" : "contiguous")}";
}
