using GenerativeCourse.Data;

namespace GenerativeCourse.Tests.Data;

public sealed class IdxFolderTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public IdxFolderTests()
    {
        folder.Write("train-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 1, 10, 20, 30, 40]);
        folder.Write("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 2, 1, 2]);
        folder.Write("t10k-images-idx3-ubyte.gz", Gzipped.Of([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1, 50, 60]));
        folder.Write("t10k-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 1, 0]);
    }

    public void Dispose() => folder.Dispose();

    string Refusal(IReadOnlyList<string>? classes = null) => Assert.Throws<DatasetException>(() => IdxFolder.Load(folder.Path, classes)).Message;

    [Fact]
    public void Loads_plain_and_gzipped_files()
    {
        using var data = IdxFolder.Load(folder.Path);
        Assert.Equal([2, 1, 2, 1], data.Train.Images.shape);
        Assert.Equal([50, 60], data.Test.Images.bytes.ToArray());
        Assert.Equal([1L, 2L], data.Train.Labels.data<long>().ToArray());
        Assert.Equal(["0", "1", "2"], data.Classes);
    }

    [Fact]
    public void Refuses_files_that_do_not_fit_together()
    {
        Assert.Contains("only 2 classes", Refusal(["a", "b"]));
        folder.Write("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 0]);
        Assert.Contains("2 images but 3 labels", Refusal());
        folder.Write("train-labels-idx1-ubyte", [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 1, 2]);
        Assert.Contains("labels are one a row", Refusal());
        folder.Write("train-labels-idx1-ubyte", [0, 0, 0x0B, 1, 0, 0, 0, 2, 0, 1, 0, 2]);
        Assert.Contains("images and labels are bytes", Refusal());
        folder.Write("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 2, 1, 2]);
        folder.Write("t10k-images-idx3-ubyte.gz", Gzipped.Of([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 50]));
        Assert.Contains("images to test on (1, 1, 1)", Refusal());
        File.Delete(Path.Combine(folder.Path, "t10k-images-idx3-ubyte.gz"));
        Assert.Contains("is missing", Refusal());
    }
}
