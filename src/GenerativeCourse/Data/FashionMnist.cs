namespace GenerativeCourse.Data;

/// <summary>Fashion-MNIST: clothes, bytes (10000, 1, 28, 28) and (2000, 1, 28, 28), ten classes. Xiao, Rasul and Vollgraf, 2017.</summary>
public static class FashionMnist
{
    /// <summary>Loads the course's part of it, after checking its sha256.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static ImageDataset Load() => ImageDataset.Read("fashion-mnist", "Fashion-MNIST");

    /// <summary>Loads all 70,000 from a folder where they were downloaded (Debian's <c>dataset-fashion-mnist</c> puts them into <c>/usr/share/datasets/fashion-mnist</c>).</summary>
    /// <exception cref="DatasetException">A file is missing or malformed.</exception>
    public static ImageDataset Load(string folder) => IdxFolder.Load(folder, DatasetManifest.Of("fashion-mnist").Classes) with { Name = "Fashion-MNIST, whole" };
}
