namespace GenerativeCourse.Data;

/// <summary>OpenMoji: outlines (N, 1, 64, 64), 0 line to 255 paper, and their coloured drawings (N, 3, 64, 64); 1,200 pairs to train on, 300 to test on, no two outlines alike.</summary>
public static class OpenMoji
{
    /// <summary>Loads the pairs, after checking their sha256.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static Splits<ImagePairs> Load()
    {
        var manifest = DatasetManifest.Of("openmoji");
        return Splits<ImagePairs>.Read("OpenMoji", split => new ImagePairs(
            StoredTensor.ReadImages(manifest, $"{split}-outlines.gz"),
            StoredTensor.ReadImages(manifest, $"{split}-colours.gz"),
            [.. TextFormat.ReadTable(manifest, $"{split}-names.tsv").Select(row => row[2])]));
    }
}
