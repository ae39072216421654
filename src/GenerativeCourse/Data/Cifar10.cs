using System.Formats.Tar;
using System.IO.Compression;
using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>CIFAR-10: photographs in colour, bytes (50000, 3, 32, 32) and (10000, 3, 32, 32), ten classes. Krizhevsky, 2009. Not shipped: its makers state no licence.</summary>
public static class Cifar10
{
    const int Pixels = 3 * 32 * 32;
    const int PerFile = 10000;

    static readonly string[] Classes = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];
    static readonly string[] TrainFiles = [.. Enumerable.Range(1, 5).Select(number => $"data_batch_{number}.bin")];
    static readonly string[] TestFiles = ["test_batch.bin"];

    /// <summary>Loads the makers' binary version: the archive <c>cifar-10-binary.tar.gz</c>, or the folder that it was unpacked into.</summary>
    /// <exception cref="DatasetException">A file is missing or not of this form.</exception>
    public static ImageDataset Load(string path) => Directory.Exists(path) ? FromFolder(path) : FromArchive(path);

    static ImageDataset FromFolder(string folder) => Whole(name =>
    {
        using var file = RawFormat.Open(Path.Combine(folder, name), ElementType.UInt8, [PerFile, 1 + Pixels]);
        return file.Read();
    });

    static ImageDataset FromArchive(string path)
    {
        var found = new Dictionary<string, byte[]>();
        try
        {
            using var file = File.OpenRead(path);
            using var tar = new TarReader(new GZipStream(file, CompressionMode.Decompress));
            while (tar.GetNextEntry() is { } entry)
            {
                var name = Path.GetFileName(entry.Name);
                if (entry.DataStream is null || !TrainFiles.Contains(name) && !TestFiles.Contains(name))
                    continue;
                if (entry.Length != PerFile * (1 + Pixels))
                    throw new DatasetException($"{path}: {name} is {entry.Length} bytes long, not {PerFile * (1 + Pixels)}; is it the binary version?");
                found[name] = new byte[entry.Length];
                entry.DataStream.ReadExactly(found[name]);
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DatasetException($"{path} is missing: download cifar-10-binary.tar.gz from its makers' page, or name the folder that it was unpacked into.", e);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not DatasetException or FormatException or ArgumentException)
        {
            throw new DatasetException($"{path}: it is no whole tar.gz archive ({e.Message.ReplaceLineEndings(" ").TrimEnd('.')}).", e);
        }
        return Whole(name => found.TryGetValue(name, out var bytes) ? bytes : throw new DatasetException($"{path}: it lacks {name}; is it the binary version?"));
    }

    static ImageDataset Whole(Func<string, byte[]> read) => ImageDataset.Pair("CIFAR-10", Classes, split =>
    {
        var names = split == "train" ? TrainFiles : TestFiles;
        var images = empty([names.Length * PerFile, 3, 32, 32], dtype: ScalarType.Byte);
        var labels = new long[names.Length * PerFile];
        var target = images.bytes;
        for (var file = 0; file < names.Length; file++)
        {
            var bytes = read(names[file]);
            for (var row = 0; row < PerFile; row++)
            {
                var record = bytes.AsSpan(row * (1 + Pixels), 1 + Pixels);
                var image = file * PerFile + row;
                labels[image] = record[0] < Classes.Length ? record[0] : throw new DatasetException($"{names[file]}: image {row} has the label {record[0]}, there are {Classes.Length} classes.");
                record[1..].CopyTo(target[(image * Pixels)..]);
            }
        }
        return new LabelledImages(images, tensor(labels));
    });
}
