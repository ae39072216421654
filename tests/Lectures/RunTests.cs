namespace GenerativeCourse.Lectures;

/// <summary>Every lecture runs from its first cell to its last in the quick profile, as a learner would run it.</summary>
public sealed class RunTests
{
    [Theory]
    [MemberData(nameof(Lecture.All), MemberType = typeof(Lecture))]
    public async Task A_lecture_runs_to_its_end(string name)
    {
        using var output = new TemporaryFolder();
        await Tool.Run("run", Lecture.File(name), "--out", output.Path);
        Assert.True(File.Exists(output.File(name)), $"course run {name} wrote nothing");
    }
}
