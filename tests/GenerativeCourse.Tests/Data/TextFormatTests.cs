using System.Text;
using GenerativeCourse.Data;

namespace GenerativeCourse.Tests.Data;

public sealed class TextFormatTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, InlineData(true), InlineData(false)]
    public void Reads_utf8(bool gzipped)
    {
        var bytes = Encoding.UTF8.GetBytes("Ahab’s leg\n");
        Assert.Equal("Ahab’s leg\n", TextFormat.Read(folder.Write("text", gzipped ? Gzipped.Of(bytes) : bytes)));
    }

    [Fact]
    public void Refuses_what_is_no_utf8_altered_truncated_or_endless()
    {
        Assert.Contains("no UTF-8", Assert.Throws<DatasetException>(() => TextFormat.Read(folder.Write("text", [65, 0xFF]))).Message);
        Assert.Contains("sha256", Assert.Throws<DatasetException>(() => TextFormat.Read(folder.Write("text", [65]), new string('0', 64))).Message);
        var packed = Gzipped.Of(new byte[80 << 20]);
        Assert.Contains("more than", Assert.Throws<DatasetException>(() => TextFormat.Read(folder.Write("text", packed))).Message);
        for (var length = 2; length < 40; length++)
            Assert.Throws<DatasetException>(() => TextFormat.Read(folder.Write("text", packed.AsSpan(0, length))));
    }

    [Fact]
    public void Reads_the_tables_of_the_datasets()
    {
        var photographs = TextFormat.ReadTable(DatasetManifest.Of("photographs"), "photographs.tsv");
        Assert.Equal(32, photographs.Count);
        Assert.All(photographs, row => Assert.Equal(6, row.Length));
    }
}
