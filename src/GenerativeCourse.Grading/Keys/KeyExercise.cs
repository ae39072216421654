namespace GenerativeCourse.Grading.Keys;

/// <summary>An exercise as it is graded.</summary>
/// <param name="Id">Its id: that of the cell with the answer.</param>
/// <param name="Needs">The cells that it uses, by their ids in the release, in order.</param>
/// <param name="ManualPoints">What a person gives for the answer itself; 0 where tests grade it.</param>
/// <param name="Tests">Its tests.</param>
/// <param name="IsTask">Whether the answer is what a student adds below the cell.</param>
public sealed record KeyExercise(string Id, IReadOnlyList<string> Needs, double ManualPoints, IReadOnlyList<KeyTest> Tests, bool IsTask = false)
{
    /// <summary>It as one student is graded by it.</summary>
    public KeyExercise For(string student, string assignment) => this with { Tests = [.. Tests.Select(test => test.For(student, assignment))] };
}
