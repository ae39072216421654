using GenerativeCourse.Cli.Running;

namespace GenerativeCourse.Cli.Tests.Running;

public sealed class NotebookChoiceTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("course-choice-").FullName;

    public NotebookChoiceTests()
    {
        foreach (var name in new[] { "06-vae", "07-gan", "10-images" })
            File.WriteAllText(Path.Combine(folder, name + ".ipynb"), "");
        Directory.CreateDirectory(Path.Combine(folder, "empty"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string Find(params string[] asked) => string.Join(' ', NotebookChoice.Find(asked, folder).Select(Path.GetFileNameWithoutExtension));

    [Fact]
    public void Without_a_word_all_lectures_in_order() => Assert.Equal("06-vae 07-gan 10-images", Find());

    [Theory]
    [InlineData("06", "06-vae")]
    [InlineData("6", "06-vae")]
    [InlineData("10", "10-images")]
    [InlineData("gan", "07-gan")]
    [InlineData("07-gan", "07-gan")]
    public void A_lecture_by_number_or_name(string word, string found) => Assert.Equal(found, Find(word));

    [Fact]
    public void Files_and_folders_each_once() =>
        Assert.Equal("07-gan 06-vae 10-images", Find(Path.Combine(folder, "07-gan.ipynb"), folder, "gan"));

    [Theory]
    [InlineData("1")]
    [InlineData("va")]
    [InlineData("11-audio.ipynb")]
    public void What_is_not_there_is_said(string word) =>
        Assert.Equal($"there is no notebook {word}, neither here nor in {folder}", Assert.Throws<UserException>(() => Find(word)).Message);

    [Fact]
    public void An_empty_folder_is_said()
    {
        var empty = Path.Combine(folder, "empty");
        Assert.Equal($"there are no notebooks in {empty}", Assert.Throws<UserException>(() => Find(empty)).Message);
        Assert.Contains("name the ones to run", Assert.Throws<UserException>(() => NotebookChoice.Find([], empty)).Message);
    }
}
