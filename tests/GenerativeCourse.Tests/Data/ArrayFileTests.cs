using GenerativeCourse.Data;

namespace GenerativeCourse.Tests.Data;

public sealed class ArrayFileTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    DatasetManifest Manifest(byte[] file, DatasetFormat format, ElementType type, params long[] shape)
    {
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file));
        folder.Write("array", file);
        return new DatasetManifest
        {
            Name = "x",
            Title = "",
            Licence = "",
            Attribution = "",
            Source = "",
            Made = "",
            Folder = folder.Path,
            Files = [new DatasetFile { File = "array", Format = format, Sha256 = sha256, ContentSha256 = sha256, Type = type, Shape = shape }],
        };
    }

    [Fact]
    public void Reads_raw_elements_as_little_endian()
    {
        using var file = ArrayFile.Open(Manifest(Gzipped.Of([1, 0, 255, 255]), DatasetFormat.Raw, ElementType.Int16, 1, 2), "array");
        Assert.Equal([1, -1], System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(file.Read()).ToArray());
    }

    [Fact]
    public void Sums_the_differences_of_bytes_and_refuses_those_of_others()
    {
        byte[] stored = [250, 10, 255, 0];
        Assert.Equal([250, 4, 3, 3], ArrayFile.Open(Manifest(stored, DatasetFormat.Delta, ElementType.UInt8, 4), "array").Read());
        Assert.Contains("of bytes only", Assert.Throws<DatasetException>(
            () => ArrayFile.Open(Manifest(stored, DatasetFormat.Delta, ElementType.Int16, 2), "array")).Message);
    }

    [Fact]
    public void Refuses_raw_files_that_are_shorter_or_longer_than_their_shape()
    {
        foreach (var (length, fault) in new[] { (3, "truncated"), (5, "holds more") })
        {
            foreach (var bytes in new[] { new byte[length], Gzipped.Of(new byte[length]) })
            {
                var manifest = Manifest(bytes, DatasetFormat.Raw, ElementType.UInt8, 2, 2);
                Assert.Contains(fault, Assert.Throws<DatasetException>(() => ArrayFile.Open(manifest, "array").Read()).Message);
            }
        }
    }

    [Fact]
    public void Refuses_a_header_that_disagrees_with_the_manifest_and_a_text()
    {
        byte[] idx = [0, 0, 8, 1, 0, 0, 0, 2, 7, 9];
        Assert.Equal([7, 9], ArrayFile.Open(Manifest(idx, DatasetFormat.Idx, ElementType.UInt8, 2), "array").Read());
        Assert.Contains("its manifest says (1, 2)", Assert.Throws<DatasetException>(
            () => ArrayFile.Open(Manifest(idx, DatasetFormat.Idx, ElementType.UInt8, 1, 2), "array")).Message);
        Assert.Contains("no array", Assert.Throws<DatasetException>(
            () => ArrayFile.Open(Manifest(idx, DatasetFormat.Text, ElementType.UInt8), "array")).Message);
    }

    [Fact]
    public void Refuses_a_file_whose_bytes_changed_since_the_manifest_was_written()
    {
        var manifest = Manifest([1, 2, 3, 4], DatasetFormat.Raw, ElementType.UInt8, 4);
        folder.Write("array", [1, 2, 3, 5]);
        Assert.Contains("its sha256 is", Assert.Throws<DatasetException>(() => ArrayFile.Open(manifest, "array")).Message);
    }

    [Fact]
    public void Mnist_holds_the_labels_it_is_known_for()
    {
        var manifest = DatasetManifest.Of("mnist");
        using var images = ArrayFile.Open(manifest, "train-images-idx3-ubyte.gz");
        Assert.Equal([60000, 28, 28], images.Shape);
        using var file = ArrayFile.Open(manifest, "train-labels-idx1-ubyte.gz");
        var labels = file.Read();
        Assert.Equal([5, 0, 4, 1, 9, 2, 1, 3, 1, 4], labels[..10]);
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], Enumerable.Range(0, 10).Select(digit => labels.Count(label => label == digit)));
    }
}
