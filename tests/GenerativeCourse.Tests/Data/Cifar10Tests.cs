using System.Formats.Tar;
using System.IO.Compression;
using GenerativeCourse.Data;

namespace GenerativeCourse.Tests.Data;

public sealed class Cifar10Tests : IDisposable
{
    const int Record = 1 + 3 * 32 * 32;

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Ten thousand records; each label and its first pixel tell the record.
    static byte[] Batch(byte start)
    {
        var bytes = new byte[10_000 * Record];
        for (var row = 0; row < 10_000; row++)
        {
            bytes[row * Record] = (byte)(row % 10);
            bytes[row * Record + 1] = (byte)(start + row % 100);
        }
        return bytes;
    }

    string Archive(int batches)
    {
        var path = Path.Combine(folder.Path, "cifar-10-binary.tar.gz");
        using var file = File.Create(path);
        using var tar = new TarWriter(new GZipStream(file, CompressionLevel.Fastest));
        string[] names = [.. Enumerable.Range(1, batches).Select(number => $"data_batch_{number}.bin"), "test_batch.bin"];
        for (var i = 0; i < names.Length; i++)
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"cifar-10-batches-bin/{names[i]}") { DataStream = new MemoryStream(Batch((byte)i)) });
        return path;
    }

    [Fact]
    public void Loads_the_makers_archive()
    {
        using var data = Cifar10.Load(Archive(5));
        Assert.Equal([50000, 3, 32, 32], data.Train.Images.shape);
        Assert.Equal([10000, 3, 32, 32], data.Test.Images.shape);
        Assert.Equal(3 + 27, data.Train.Images[30_027, 0, 0, 0].item<byte>());
        Assert.Equal(7, data.Train.Labels[30_027].item<long>());
    }

    [Fact]
    public void Refuses_archives_that_lack_a_batch_are_damaged_or_are_not_there()
    {
        var path = Archive(4);
        Assert.Contains("it lacks data_batch_5.bin", Assert.Throws<DatasetException>(() => Cifar10.Load(path)).Message);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..2000]);
        Assert.StartsWith(path, Assert.Throws<DatasetException>(() => Cifar10.Load(path)).Message);
        File.WriteAllBytes(path, [1, 2, 3]);
        Assert.Contains("no whole tar.gz", Assert.Throws<DatasetException>(() => Cifar10.Load(path)).Message);
        Assert.Contains("is missing", Assert.Throws<DatasetException>(() => Cifar10.Load(path + ".none")).Message);
        Assert.Contains("data_batch_1.bin is missing", Assert.Throws<DatasetException>(() => Cifar10.Load(folder.Path)).Message);
    }
}
