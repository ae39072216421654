namespace GenerativeCourse.Data;

/// <summary>MNIST: handwritten digits, bytes (60000, 1, 28, 28) and (10000, 1, 28, 28), labels 0 to 9. LeCun, Cortes and Burges, 1998.</summary>
public static class Mnist
{
    /// <summary>Loads the course's copy, after checking its sha256.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static ImageDataset Load()
    {
        var manifest = DatasetManifest.Of("mnist");
        return ImageDataset.Pair("MNIST", manifest.Classes, split =>
        {
            var prefix = split == "train" ? "train" : "t10k";
            return new LabelledImages(
                StoredTensor.ReadImages(manifest, $"{prefix}-images-idx3-ubyte.gz"), StoredTensor.ReadLabels(manifest, $"{prefix}-labels-idx1-ubyte.gz"));
        });
    }
}
