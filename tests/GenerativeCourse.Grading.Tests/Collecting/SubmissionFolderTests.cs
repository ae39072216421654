using GenerativeCourse.Grading.Collecting;

namespace GenerativeCourse.Grading.Tests.Collecting;

public sealed class SubmissionFolderTests : FolderTests
{
    void Add(string path, string text = "{}")
    {
        var file = Path.Combine(Folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    [Fact]
    public async Task Every_usual_layout_is_understood()
    {
        Add("ada/week6/sampler.ipynb", "ada");
        Add("ada/week5/sampler.ipynb", "another week's");
        Add("ada/week6/timestamp.txt", "2026-02-02 14:58:23.948203 America/Los_Angeles");
        Add("bob/my solution.ipynb", "bob");
        Add("Eve Adams_123_assignsubmission_file_/sampler.ipynb", "eve");
        Add("lovelaceada_12345_678_sampler-1.ipynb", "old");
        Add("lovelaceada_LATE_12345_679_sampler-2.ipynb", "new");
        Add("mal_lory_sampler.ipynb", "mal");
        Add("Kim Lee_98_assignsubmission_file_sampler (2).ipynb", "kim");
        Add("thesis.docx");
        Add("notes_homework.ipynb");
        Add(".ipynb_checkpoints/sampler.ipynb", "not this");
        Directory.CreateDirectory(Path.Combine(Folder.FullName, "zoe"));
        var reader = new SubmissionFolder(Folder.FullName, await SampleRelease.Get());
        var found = reader.Find();
        Assert.Equal(
            ["Eve Adams: eve", "Kim Lee: kim", "ada: ada", "bob: bob", "lovelaceada: new", "mal_lory: mal", "zoe: "],
            found.Select(one => $"{one.Student}: {string.Join(',', one.Files.Values.Select(File.ReadAllText))}"));
        Assert.Equal(new DateTimeOffset(2026, 2, 2, 22, 58, 23, TimeSpan.Zero).AddTicks(9482030), found[2].Timestamp);
        Assert.Contains(reader.Ignored, line => line.StartsWith("notes_homework.ipynb: its name does not end in"));
        Assert.Contains(reader.Ignored, line => line == "lovelaceada_12345_678_sampler-1.ipynb: lovelaceada has handed in a later one");
    }

    [Fact]
    public async Task Links_are_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right that not every account has");
        using var elsewhere = new TemporaryFolder();
        var secret = elsewhere.Write("sampler.ipynb", "secret");
        File.CreateSymbolicLink(Path.Combine(Folder.FullName, "eve_sampler.ipynb"), secret);
        Directory.CreateSymbolicLink(Path.Combine(Folder.FullName, "mallory"), elsewhere.Path);
        Directory.CreateDirectory(Path.Combine(Folder.FullName, "bob"));
        File.CreateSymbolicLink(Path.Combine(Folder.FullName, "bob", "sampler.ipynb"), secret);
        File.CreateSymbolicLink(Path.Combine(Folder.FullName, "bob", "timestamp.txt"), secret);
        var reader = new SubmissionFolder(Folder.FullName, await SampleRelease.Get());
        var found = Assert.Single(reader.Find());
        Assert.Equal(("bob", 0, null), (found.Student, found.Files.Count, found.Timestamp));
        Assert.Contains("mallory: a link, which is not followed", reader.Ignored);
    }

    [Theory]
    [InlineData("2026-11-20T12:00:00Z", 12)]
    [InlineData("2026-11-20T12:00+02:00", 10)]
    [InlineData("2026-11-20 12:00:00.000000 UTC", 12)]
    [InlineData("2026-11-20 12:00", 12)]
    [InlineData("soon", null)]
    public void A_time_is_read_with_its_zone(string text, int? hour) => Assert.Equal(hour, SubmissionTime.Parse(text)?.UtcDateTime.Hour);
}
