using GenerativeCourse.Data;

namespace GenerativeCourse.Cli.Tests;

public sealed class DataCommandTests
{
    static (int Code, string Errors) Run(params string[] args)
    {
        using var errors = new StringWriter();
        return (CommandLine.Run(CourseTool.Root(), args, errors), errors.ToString());
    }

    [Fact]
    public void Verify_finds_the_course_s_data_whole_and_names_what_is_not_there()
    {
        Assert.Equal((0, ""), Run("data", "verify", "iris", "old-faithful"));
        var (code, errors) = Run("data", "verify", "no-such-data");
        Assert.Equal(2, code);
        Assert.Contains("There is no dataset 'no-such-data'", errors);
    }

    [Fact]
    public void Show_writes_a_png_and_refuses_another_name()
    {
        var path = Path.Combine(Path.GetTempPath(), $"course-{Guid.NewGuid():N}.png");
        try
        {
            Assert.Equal((0, ""), Run("data", "show", "digits", "--out", path));
            Assert.Equal([0x89, 0x50, 0x4E, 0x47], File.ReadAllBytes(path)[..4]);
            Assert.Equal(0, Run("data", "show", "iris").Code);
            Assert.Contains("does not end in .png", Run("data", "show", "digits", "--out", "digits.jpg").Errors);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Build_refuses_names_that_have_no_script()
    {
        foreach (var name in new[] { "no-such-data", "packing", "volumes", "../build/iris" })
            Assert.Contains("there is no script", Run("data", "build", name).Errors);
        Assert.Contains("is no folder", Run("data", "build", "iris", "--sources", "/no/such/folder").Errors);
    }

    [Fact]
    public void Every_dataset_has_a_script_a_card_and_a_contact_sheet_or_lines()
    {
        var root = DatasetFolder.Root;
        var cards = File.ReadAllText(Path.Combine(root, "datasets", "README.md"));
        Assert.All(DatasetFolder.Names(), name =>
        {
            Assert.True(File.Exists(Path.Combine(root, "datasets", "build", $"{name}.py")), name);
            Assert.Contains($"\n## {name}\n", cards);
            var manifest = DatasetManifest.Of(name);
            var drawn = ContactSheet.Draw(manifest) is not null;
            Assert.True(drawn || ContactSheet.Lines(manifest).Any(), name);
            Assert.Equal(drawn, File.Exists(Path.Combine(root, "datasets", name, "samples.png")));
            var card = cards[cards.IndexOf($"\n## {name}\n", StringComparison.Ordinal)..];
            Assert.Contains(drawn ? $"![Samples of {name}]({name}/samples.png)" : "\n> ", card.Split("\n## ")[1]);
        });
    }
}
