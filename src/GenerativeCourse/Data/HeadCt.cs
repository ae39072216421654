namespace GenerativeCourse.Data;

/// <summary>Axial slices of a head by CT, bytes (N, 1, 64, 64) on the pixels of <see cref="Brains"/>, of another person: unpaired. Grey values are scaled, not Hounsfield units.</summary>
public static class HeadCt
{
    static readonly HeldOutSlices Split = new(132, 55, 25);

    /// <summary>Loads 87 slices to train on and a block of 25 to test on, ten on each side thrown away; the label is the slice's place, in millimetres from the lowest.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static ImageDataset Load()
    {
        var manifest = DatasetManifest.Of("head-ct");
        var places = Enumerable.Range(0, Split.Count).Select(place => $"{place} mm");
        return ImageDataset.Pair("Head CT", [.. places], split => new LabelledImages(Split.Of(split, manifest, "ct.gz"), Split.Index(split)));
    }
}
