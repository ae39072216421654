namespace GenerativeCourse.Grading.Exercises;

/// <summary>A variable of a test cell.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Declaration">Its declaration as it stands in the cell, without comments.</param>
/// <param name="Type">The type as it is written, <c>var</c> included.</param>
/// <param name="Value">The expression that it is set to.</param>
/// <param name="IsHidden">Whether it stands among the hidden tests.</param>
/// <param name="IsAsked">Whether it calls the answer, directly or through another: it is then evaluated with each asked expression, and is no data.</param>
/// <param name="Uses">The variables of the cell that it is made from, in order, theirs included.</param>
public sealed record TestInput(string Name, string Declaration, string Type, string Value, bool IsHidden, bool IsAsked, IReadOnlyList<string> Uses);
