using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Grading.Releasing;

namespace GenerativeCourse.Grading.Tests.Releasing;

public sealed class ReleaseTests : FolderTests
{
    string Target => Path.Combine(Folder.FullName, "week6");

    [Fact]
    public async Task Students_get_what_the_exercises_need_and_nothing_hidden()
    {
        var notebook = (await SampleRelease.Get())[SampleRelease.Name];
        Assert.Equal(
            ["goal", "setup", "gauss", "exercises", "kmeans-task", "kmeans", "kmeans-test", "responsibility-task", "responsibility", "responsibility-test", "kl-task", "kl", "kl-test",
                "mask-task", "mask", "mask-test", "coupling-task", "coupling", "coupling-test", "essay-task", "essay"],
            notebook.Cells.Select(cell => cell.Id));
        Assert.Equal("# A sampler", notebook.Cells[0].Source);
        Assert.Equal("Tensor CausalMask(long length)  // (T, T), true where a position may look\n{\n    // YOUR CODE HERE\n    throw new NotImplementedException();\n}", notebook.Cell("mask").Source);
        Assert.Equal("Check.Equal(() => CausalMask(2), new[,] { { true, false }, { true, true } }, hint: \"a position looks at itself and back\");", notebook.Cell("mask-test").Source);
        Assert.Equal("YOUR ANSWER HERE", notebook.Cell("essay").Source);
        var text = System.Text.Encoding.UTF8.GetString(notebook.ToBytes());
        foreach (var secret in (string[])["SOLUTION", "HIDDEN", "wrong_answers", "forgets", "minutes", "oral", "In your own words", "textbook", "MARK SCHEME", "5.94525"])
            Assert.DoesNotContain(secret, text);
        Assert.Equal(["needs"], notebook.Cell("mask").Metadata["course"]!.AsObject().Select(entry => entry.Key));
        Assert.False(GradedCell.Read(notebook.Cell("setup"))!.Solution);
        Assert.True(GradedCell.Read(notebook.Cell("setup"))!.IsLocked);
        Assert.Equal(false, (bool?)notebook.Cell("setup").Metadata["editable"]);
        Assert.All(notebook.Cells.Where(cell => GradedCell.Read(cell) is not null), cell => Assert.Equal(CellChecksum.Of(cell, GradedCell.Read(cell)!), GradedCell.Read(cell)!.Checksum));
    }

    [Fact]
    public async Task The_same_lecture_gives_the_same_bytes()
    {
        var (first, second) = (await SampleRelease.Get(), await SampleRelease.Make());
        Assert.Equal(first[SampleRelease.Name].ToBytes(), second[SampleRelease.Name].ToBytes());
        Assert.Equal(first.Key.ToBytes(), second.Key.ToBytes());
    }

    [Fact]
    public async Task A_release_is_read_back_with_its_key_and_no_other()
    {
        var release = await SampleRelease.Get();
        release.Write(Target);
        release.Write(Target);
        var read = Release.Read(Target, $"{Target}.key");
        Assert.Equal(release.Key.ToBytes(), read.Key.ToBytes());
        Assert.Equal([$"{SampleRelease.Name}.ipynb"], Directory.GetFileSystemEntries(Target).Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode($"{Target}.key"));
        File.AppendAllText(Path.Combine(Target, $"{SampleRelease.Name}.ipynb"), " ");
        Assert.Contains("is not the one that", Assert.Throws<AssignmentException>(() => Release.Read(Target, $"{Target}.key")).Message);
        File.WriteAllText($"{Target}.key", "{}");
        Assert.Contains("is no key", Assert.Throws<AssignmentException>(() => Release.Read(Target, $"{Target}.key")).Message);
    }

    [Fact]
    public async Task A_folder_with_other_files_is_left_alone()
    {
        var release = await SampleRelease.Get();
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "thesis.docx"), "mine");
        Assert.Contains("is no release", Assert.Throws<AssignmentException>(() => release.Write(Target)).Message);
        Assert.Equal(["thesis.docx"], Directory.GetFiles(Target).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_key_keeps_values_as_they_are()
    {
        var key = (await SampleRelease.Get()).Key;
        var read = AssignmentKey.Parse(key.ToBytes(), "key");
        Assert.Equal(key.ToBytes(), read.ToBytes());
        var kl = read.Notebooks[0].Exercises[2].Tests[0];
        Assert.Equal(["mean", "logVariance", "wide"], kl.Inputs.Select(input => input.Name));
        Assert.All(kl.Inputs, input => Assert.Equal(("global::TorchSharp.torch.Tensor", null, "Tensor Float32"), (input.Type, input.Source, input.Value!.Type)));
        var visible = key.Visible();
        Assert.All(visible.Notebooks[0].Exercises.SelectMany(exercise => exercise.Tests), test => Assert.All(test.Checks, check => Assert.False(check.IsHidden)));
        Assert.Equal(["mean", "logVariance"], visible.Notebooks[0].Exercises[2].Tests[0].Inputs.Select(input => input.Name));
        Assert.Equal(key.Notebooks[0].Points, visible.Notebooks[0].Points);
        Assert.Equal("var draws = Draw(1);", read.Notebooks[0].Exercises[4].Tests[0].Inputs[0].Source);
    }

    [Fact]
    public async Task What_cannot_be_written_leaves_nothing()
    {
        File.WriteAllText(Target, "mine");
        var release = await SampleRelease.Get();
        Assert.ThrowsAny<IOException>(() => release.Write(Target));
        Assert.Equal([Target], Directory.GetFileSystemEntries(Folder.FullName));
    }
}
