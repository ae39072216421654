using GenerativeCourse.Benchmarks;

namespace GenerativeCourse.Tests.Benchmarks;

public sealed class BenchArgumentsTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("course-bench-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_flags_and_names_are_taken_in_any_order()
    {
        BenchArguments asked = BenchArguments.Read(["vae", "--json", "rows.json", "--quick", "pixelcnn"], TextWriter.Null, ["vae", "pixelcnn", "dcgan"], "--quick")!;
        Assert.Equal("rows.json", asked.Json);
        Assert.Equal(["--quick"], asked.Flags);
        Assert.Equal(["vae", "pixelcnn"], asked.Parts);
        Assert.True(asked.Wants("vae"));
        Assert.False(asked.Wants("dcgan"));
    }

    [Theory]
    [InlineData("--json wants a file", "vae", "--json")]
    [InlineData("--json wants a file", "--json", "--quick")]
    [InlineData("--json wants a file", "--json", "")]
    [InlineData("there is no part gan here; there are vae, pixelcnn", "vae", "gan")]
    [InlineData("there is no option --fast here; there are --json FILE, --quick", "--fast")]
    public void What_cannot_be_read_is_refused_in_one_line(string line, params string[] arguments)
    {
        var errors = new StringWriter();
        Assert.Null(BenchArguments.Read(arguments, errors, ["vae", "pixelcnn"], "--quick"));
        string said = Assert.Single(errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"course: {line}", said);
    }

    [Fact]
    public void Rows_replace_the_file_and_leave_nothing_beside_it()
    {
        string file = Path.Combine(folder, "rows.json");
        File.WriteAllText(file, "what was there before, and longer than what comes");
        BenchArguments.Read(["--json", file], TextWriter.Null, parts: [])!.Write(new[] { 1 });
        Assert.Equal("[\n  1\n]\n", File.ReadAllText(file));
        Assert.Equal([file], Directory.EnumerateFiles(folder));
    }
}
