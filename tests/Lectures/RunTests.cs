namespace GenerativeCourse.Lectures;

/// <summary>Every lecture runs from its first cell to its last in the quick profile, as a learner would run it.</summary>
public sealed class RunTests
{
    [Theory]
    [MemberData(nameof(Lecture.All), MemberType = typeof(Lecture))]
    public async Task A_lecture_runs_to_its_end(string name)
    {
        string output = Directory.CreateTempSubdirectory("lecture").FullName;
        try
        {
            await Tool.Run("run", Lecture.File(name), "--out", output);
            Assert.True(File.Exists(Path.Combine(output, name)), $"course run {name} wrote nothing");
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }
}
