namespace GenerativeCourse.Models;

/// <summary>How large a <see cref="ConvolutionalVae"/> is; as it stands, the model that the course reports.</summary>
public sealed record ConvolutionalVaeSize
{
    /// <summary>Channels at 14 x 14.</summary>
    public long Fine { get; init; } = 32;

    /// <summary>Channels at 7 x 7.</summary>
    public long Coarse { get; init; } = 64;

    /// <summary>Numbers in the uppermost latent vector.</summary>
    public long Top { get; init; } = 24;

    /// <summary>Channels of each latent map of 7 x 7.</summary>
    public long Map { get; init; } = 4;

    /// <summary>How many latent maps.</summary>
    public int Maps { get; init; } = 3;
}
