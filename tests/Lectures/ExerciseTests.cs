namespace GenerativeCourse.Lectures;

/// <summary>Every lecture's exercises are sound: stubs and wrong answers fail, solutions pass, and nothing hidden would be released.</summary>
public sealed class ExerciseTests
{
    [Theory]
    [MemberData(nameof(Lecture.All), MemberType = typeof(Lecture))]
    public async Task Exercises_are_sound(string name)
    {
        if (Lecture.Read(name).Cells.Any(cell => cell.Metadata.ContainsKey("nbgrader")))
            Assert.Contains("  sound:", await Tool.Run("assignment", "check", Lecture.File(name)));
    }
}
