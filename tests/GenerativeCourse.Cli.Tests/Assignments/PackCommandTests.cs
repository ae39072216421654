using System.IO.Compression;
using GenerativeCourse.Cli.Tests.Running;
using GenerativeCourse.Grading.Exercises;
using GenerativeCourse.Grading.Packing;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Cli.Tests.Assignments;

public sealed class PackCommandTests : IDisposable
{
    readonly ToolRun tool = new();

    public void Dispose() => tool.Dispose();

    public static TheoryData<string> Lectures => [.. Directory.GetFiles(CourseFolder.Find()["notebooks"], "*.ipynb").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Lectures_are_packed_together_and_the_cartridges_alone_are_for_students()
    {
        var (code, said) = tool.Run("assignment", "pack", "02", "06", "--out", tool["spring"]);
        Assert.True(code == 0, said);
        Assert.Contains("For students are the .imscc files alone", said);
        Assert.Equal(["ai-policy.md", "instructor-notes.html", "instructor-notes.md", "spring.imscc", "spring.moodle.imscc"], Directory.GetFiles(tool["spring"]).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        using var archive = ZipFile.OpenRead(tool["spring/spring.imscc"]);
        Assert.Equal(["imsmanifest.xml", "02-k-means/02-k-means.ipynb", "02-k-means/assignment.html", "02-k-means/assignment.xml", "06-vae/06-vae.ipynb", "06-vae/assignment.html", "06-vae/assignment.xml"], archive.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public void A_lecture_that_is_not_there_is_said() => Assert.Equal(2, tool.Run("assignment", "pack", "77", "--out", tool["none"]).Code);

    // Essays come with the lecture they belong to; what a machine grades has to be asked about, too.
    [Theory, MemberData(nameof(Lectures))]
    public void Each_exercise_that_a_machine_grades_has_minutes_and_two_questions(string lecture)
    {
        var assignment = Assignment.Read(Notebook.Read(CourseFolder.Find()["notebooks", $"{lecture}.ipynb"]), lecture);
        Assert.All(assignment.Exercises.Where(exercise => !exercise.IsManual).Select(ExerciseNotes.Of), notes =>
        {
            Assert.NotNull(notes.Minutes);
            Assert.True(notes.Questions.Count >= 2, $"{notes.Exercise.Id} has {notes.Questions.Count} oral questions");
        });
    }
}
