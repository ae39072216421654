namespace GenerativeCourse.Data;

/// <summary>Crops of 32 photographs in colour: bytes (1600, 3, 64, 64) of 24 photographs to train on, (400, 3, 64, 64) of 8 others to test on.</summary>
public static class Photographs
{
    /// <summary>Loads them, after checking their sha256; a label is the number of the photograph, so that a learner too can hold whole photographs out.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static ImageDataset Load()
    {
        var manifest = DatasetManifest.Of("photographs");
        var names = TextFormat.ReadTable(manifest, "photographs.tsv").Select(row => $"{row[2]}, {row[3]}, {row[4]}");
        return ImageDataset.Pair("Photographs", [.. names], split => new LabelledImages(
            StoredTensor.ReadImages(manifest, $"{split}-images.gz"), StoredTensor.ReadLabels(manifest, $"{split}-photographs.gz")));
    }
}
