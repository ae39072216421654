namespace GenerativeCourse.Grading.Exercises;

/// <summary>Something that is wrong with an assignment.</summary>
/// <param name="Place">The exercise or the cell, with the line where one is meant.</param>
/// <param name="Text">What is wrong and what to do, in a line.</param>
public sealed record Problem(string Place, string Text)
{
    /// <summary>It as a person reads it.</summary>
    public override string ToString() => $"{Place}: {Text}";
}
