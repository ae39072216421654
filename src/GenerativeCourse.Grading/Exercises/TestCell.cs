namespace GenerativeCourse.Grading.Exercises;

/// <summary>A test cell, taken apart.</summary>
/// <param name="GradeId">Its id in the gradebook.</param>
/// <param name="CellId">Its id in the notebook.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="Partial">Whether each check that passes earns its share of the points (<c>metadata.course.partial</c>); else all of them must pass.</param>
/// <param name="Source">Its text, hidden tests included.</param>
/// <param name="Inputs">Its variables, in order.</param>
/// <param name="Checks">Its calls of Check, in order.</param>
public sealed record TestCell(string GradeId, string CellId, double Points, bool Partial, string Source, IReadOnlyList<TestInput> Inputs, IReadOnlyList<CheckCall> Checks);
