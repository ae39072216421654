namespace GenerativeCourse.Data;

/// <summary>A folder with the four IDX files of MNIST's form, gzipped or not: MNIST, Fashion-MNIST or a learner's own.</summary>
public static class IdxFolder
{
    /// <summary>Loads the files <c>train-images-idx3-ubyte</c>, <c>train-labels-idx1-ubyte</c> and their <c>t10k</c> twins.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="classes">What the labels stand for; their numbers where null.</param>
    /// <exception cref="DatasetException">A file is missing or malformed, or images, labels and classes do not fit together.</exception>
    public static ImageDataset Load(string folder, IReadOnlyList<string>? classes = null) => Check(folder, classes, ImageDataset.Pair(
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), classes ?? [],
        split =>
        {
            var prefix = split == "train" ? "train" : "t10k";
            return new LabelledImages(Images(folder, $"{prefix}-images-idx3-ubyte"), Labels(folder, $"{prefix}-labels-idx1-ubyte"));
        }));

    static ImageDataset Check(string folder, IReadOnlyList<string>? classes, ImageDataset read)
    {
        try
        {
            var most = Math.Max(Largest(read.Train), Largest(read.Test));
            if (!read.Train.Images.shape[1..].SequenceEqual(read.Test.Images.shape[1..]))
                throw new DatasetException($"{folder}: images to train on are ({ArrayShape.Text(read.Train.Images.shape[1..])}), images to test on ({ArrayShape.Text(read.Test.Images.shape[1..])}).");
            if (classes is not null && most >= classes.Count)
                throw new DatasetException($"{folder}: there is a label {most}, but only {classes.Count} classes (0 to {classes.Count - 1}).");
            return classes is not null ? read : read with { Classes = [.. Enumerable.Range(0, (int)most + 1).Select(label => $"{label}")] };
        }
        catch
        {
            read.Dispose();
            throw;
        }
    }

    static long Largest(LabelledImages images)
    {
        if (images.Count == 0)
            return -1;
        using var largest = images.Labels.max();
        return largest.item<long>();
    }

    static TorchSharp.torch.Tensor Images(string folder, string name)
    {
        using var file = Open(folder, name);
        return StoredTensor.ReadImages(file, name);
    }

    static TorchSharp.torch.Tensor Labels(string folder, string name)
    {
        using var file = Open(folder, name);
        if (file.Shape.Count != 1)
            throw new DatasetException($"{Path.Combine(folder, name)}: its shape is ({ArrayShape.Text(file.Shape)}); labels are one a row.");
        using var stored = StoredTensor.Read(file, [.. file.Shape]);
        return stored.to(TorchSharp.torch.ScalarType.Int64).DetachFromDisposeScope();
    }

    static ArrayFile Open(string folder, string name)
    {
        var path = Path.Combine(folder, $"{name}.gz");
        path = File.Exists(path) ? path : Path.Combine(folder, name);
        var file = IdxFormat.Open(path);
        if (file.Type == ElementType.UInt8)
            return file;
        file.Dispose();
        throw new DatasetException($"{path}: it holds {file.Type}; images and labels are bytes.");
    }
}
