using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>Images with a label each. Owns its tensors: they outlive the dispose scope that they were loaded in, until <see cref="Dispose"/>.</summary>
public sealed class LabelledImages : IDisposable
{
    /// <summary>Takes images and labels over.</summary>
    /// <exception cref="DatasetException">There are not as many labels as images.</exception>
    public LabelledImages(Tensor images, Tensor labels, double white = 255)
    {
        var (imageCount, labelCount) = (images.shape[0], labels.shape[0]);
        if (imageCount != labelCount)
        {
            images.Dispose();
            labels.Dispose();
            throw new DatasetException($"{imageCount} images but {labelCount} labels: the two files do not belong together.");
        }
        (Images, Labels, White) = (images.DetachFromDisposeScope(), labels.DetachFromDisposeScope(), white);
    }

    /// <summary>Bytes, (N, C, H, W), 0 black to <see cref="White"/>; three channels are red, green and blue.</summary>
    public Tensor Images { get; }

    /// <summary>Which class each image is of: int64, (N).</summary>
    public Tensor Labels { get; }

    /// <summary>The byte that stands for white: 255, but 16 for the 8x8 digits.</summary>
    public double White { get; }

    /// <summary>The number of images.</summary>
    public long Count => Images.shape[0];

    /// <summary>All images as float32 in [0, 1], (N, C, H, W): four times the memory; convert batch by batch (<see cref="Pixels.ToUnit"/>) where that is too much.</summary>
    public Tensor ToUnit() => Pixels.ToUnit(Images, White);

    /// <summary>The images from <paramref name="start"/> on, on shared memory: what one of them changes, both see.</summary>
    public LabelledImages Take(long start, long count) =>
        start >= 0 && count >= 0 && start + count <= Count
            ? new LabelledImages(Images.narrow(0, start, count), Labels.narrow(0, start, count), White)
            : throw new ArgumentOutOfRangeException(nameof(start), $"Images {start} to {start + count} were asked for, there are {Count}.");

    /// <summary>The first images and the rest, such as 50,000 to train on and 10,000 to validate on.</summary>
    public (LabelledImages First, LabelledImages Others) Split(long first) => (Take(0, first), Take(first, Count - first));

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
    }

    /// <summary>One line: 60,000 images of (1, 28, 28).</summary>
    public override string ToString() => FormattableString.Invariant($"{Count:N0} images of ({ArrayShape.Text(Images.shape[1..])})");
}
