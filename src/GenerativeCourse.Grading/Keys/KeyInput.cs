using GenerativeCourse.Exercises.Judging;

namespace GenerativeCourse.Grading.Keys;

/// <summary>A variable of a test.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Value">Its value as plain data; null where it is made anew from <paramref name="Source"/>.</param>
/// <param name="Source">Its declaration, where it calls the answer or is no plain data; else null.</param>
public sealed record KeyInput(string Name, string Type, PlainValue? Value, string? Source);
