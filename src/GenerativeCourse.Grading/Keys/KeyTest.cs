namespace GenerativeCourse.Grading.Keys;

/// <summary>A test cell as it is graded by.</summary>
/// <param name="GradeId">Its id in the gradebook.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="Partial">Whether each check that passes earns its share of the points; else all of them must pass.</param>
/// <param name="Inputs">Its variables, in order.</param>
/// <param name="Checks">Its checks, in order.</param>
public sealed record KeyTest(string GradeId, double Points, bool Partial, IReadOnlyList<KeyInput> Inputs, IReadOnlyList<KeyCheck> Checks);
