using GenerativeCourse.Cli.Running;

namespace GenerativeCourse.Cli.Tests.Running;

public sealed class MemorySizeTests
{
    [Theory]
    [InlineData("0", 0L)]
    [InlineData("1234", 1234L)]
    [InlineData("500M", 500L << 20)]
    [InlineData("8G", 8L << 30)]
    [InlineData("1.5 GiB", 3L << 29)]
    [InlineData("64kb", 64L << 10)]
    [InlineData("", null)]
    [InlineData("G", null)]
    [InlineData("8Q", null)]
    [InlineData("-1", null)]
    [InlineData("99999999999T", null)]
    public void Reads_what_people_write(string text, long? bytes) => Assert.Equal(bytes, MemorySize.Parse(text));

    [Theory]
    [InlineData(412L << 20, "412 MiB")]
    [InlineData(3L << 29, "1.5 GiB")]
    public void Shows_what_people_read(long bytes, string text) => Assert.Equal(text, MemorySize.Show(bytes));
}
