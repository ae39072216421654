using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>A learner's own pictures: PNG and Netpbm files in a folder, or in a folder for each class.</summary>
public static class ImageFolder
{
    const int TestEvery = 5;

    static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, MaxRecursionDepth = 4 };

    /// <summary>
    /// Loads pictures as bytes (N, C, H, W), one channel where all are grey, else three. Each folder in it is a class; pictures beside them have the folder's own name as class.
    /// Where it holds folders <c>train</c> and <c>test</c>, these are the split; else every fifth picture of a class, by name, is for the test.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="side">The side to bring every picture to: the square in its middle, shrunk or grown; null where all are of one size already.</param>
    /// <exception cref="DatasetException">There is no picture, one cannot be read, or their sizes differ and no side is given.</exception>
    public static ImageDataset Load(string folder, int? side = null)
    {
        if (!Directory.Exists(folder))
            throw new DatasetException($"{folder} is missing: name a folder of pictures.");
        if (side is < 1 or > 4096)
            throw new ArgumentOutOfRangeException(nameof(side), $"A side of {side} pixels is not 1 to 4096.");
        var files = Files(folder);
        if (files.Count == 0)
            throw new DatasetException($"{folder} holds no picture: .png, .pgm and .ppm files are read.");
        string[] classes = [.. files.Select(file => file.Class).Distinct().Order(StringComparer.Ordinal)];
        var pictures = files.Select(file => Picture(file.Path, side)).ToList();
        var (channels, first) = (pictures.Max(picture => picture.Channels), pictures[0]);
        var odd = pictures.FindIndex(picture => (picture.Height, picture.Width) != (first.Height, first.Width));
        if (odd >= 0)
        {
            throw new DatasetException($"{files[odd].Path} is {pictures[odd].Width} x {pictures[odd].Height}, but {files[0].Path} is {first.Width} x {first.Height}: " +
                "pictures of one size are needed; give side: to bring them to one.");
        }
        return ImageDataset.Pair(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), classes, split =>
        {
            int[] chosen = [.. Enumerable.Range(0, files.Count).Where(index => files[index].IsTest == (split == "test"))];
            var images = empty([chosen.Length, channels, first.Height, first.Width], dtype: ScalarType.Byte);
            var target = images.bytes;
            foreach (var index in chosen)
            {
                var pixels = (channels == 3 ? pictures[index].InColour() : pictures[index]).Pixels;
                pixels.CopyTo(target);
                target = target[pixels.Length..];
            }
            return new LabelledImages(images, tensor(Array.ConvertAll(chosen, index => (long)Array.IndexOf(classes, files[index].Class))));
        });
    }

    static List<(string Path, string Class, bool IsTest)> Files(string folder)
    {
        var (train, test) = (Path.Combine(folder, "train"), Path.Combine(folder, "test"));
        if (Directory.Exists(train) && Directory.Exists(test))
            return [.. Classes(train).Select(file => (file.Path, file.Class, false)), .. Classes(test).Select(file => (file.Path, file.Class, true))];
        return [.. Classes(folder).GroupBy(file => file.Class).SelectMany(group => group.Select((file, number) => (file.Path, file.Class, number % TestEvery == TestEvery - 1)))];
    }

    static IEnumerable<(string Path, string Class)> Classes(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", Everything).Order(StringComparer.Ordinal))
        {
            switch (Path.GetExtension(file).ToLowerInvariant())
            {
                case ".png" or ".pgm" or ".ppm":
                    var inside = Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar);
                    yield return (file, inside.Length > 1 ? inside[0] : Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));
                    break;
                case ".jpg" or ".jpeg" or ".webp" or ".gif" or ".bmp" or ".tif" or ".tiff":
                    throw new DatasetException($"{file}: {Path.GetExtension(file)} is not read; convert the pictures first, for example with ImageMagick: mogrify -format png *{Path.GetExtension(file)}");
            }
        }
    }

    static Raster Picture(string path, int? side)
    {
        var picture = Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase) ? PngFormat.Read(path) : NetpbmFormat.Read(path);
        return side is { } wanted ? picture.Fit(wanted) : picture;
    }
}
