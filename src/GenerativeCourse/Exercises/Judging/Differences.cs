namespace GenerativeCourse.Exercises.Judging;

/// <summary>The line that says where two values differ first.</summary>
static class Differences
{
    /// <summary>The first wrong place of some, and how many there are; null for scalars, whose values are told already.</summary>
    internal static string? At(PlainValue actual, PlainValue expected, int[] wrong, string mine, string theirs) => expected.Shape.Count == 0
        ? null
        : $"first at {NumberText.Index(actual.Shape, wrong[0])}: {mine}, not {theirs} ({(wrong.Length == actual.Count ? $"all {wrong.Length}" : $"{wrong.Length} of {actual.Count}")} differ)";

    /// <summary>Two shapes.</summary>
    internal static string OfShapes(PlainValue actual, PlainValue expected) =>
        $"the shape is {NumberText.Shape(actual.Shape)}, not {NumberText.Shape(expected.Shape)}";
}
