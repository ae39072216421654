namespace GenerativeCourse.Data;

/// <summary>Images to train on and images to test on, of the same classes.</summary>
/// <param name="Name">The name for people, such as MNIST.</param>
/// <param name="Classes">What the labels stand for, in their order.</param>
/// <param name="Train">The images to train on.</param>
/// <param name="Test">The images to test on, which share no person, photograph, outline or region with those to train on where that is known.</param>
public sealed record ImageDataset(string Name, IReadOnlyList<string> Classes, LabelledImages Train, LabelledImages Test) : IDisposable
{
    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Train.Dispose();
        Test.Dispose();
    }

    /// <summary>One line: MNIST: 60,000 images of (1, 28, 28) to train on, 10,000 to test on, 10 classes.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Train} to train on, {Test.Count:N0} to test on, {Classes.Count} classes");

    // The files that most image datasets are stored in.
    internal static ImageDataset Read(string folder, string name, double white = 255)
    {
        var manifest = DatasetManifest.Of(folder);
        return Pair(name, manifest.Classes, split => new LabelledImages(
            StoredTensor.ReadImages(manifest, $"{split}-images.gz"), StoredTensor.ReadLabels(manifest, $"{split}-labels.gz"), white));
    }

    // Loads both splits, or neither.
    internal static ImageDataset Pair(string name, IReadOnlyList<string> classes, Func<string, LabelledImages> read)
    {
        var train = read("train");
        try
        {
            return new ImageDataset(name, classes, train, read("test"));
        }
        catch
        {
            train.Dispose();
            throw;
        }
    }
}
