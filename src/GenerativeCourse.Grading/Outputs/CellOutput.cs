namespace GenerativeCourse.Grading.Outputs;

/// <summary>One thing that a cell printed or drew, as far as a grader is shown it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text; of a picture its bytes in base64; of what is not shown its media type.</param>
/// <param name="Type">A picture's media type; null for all else.</param>
/// <param name="Left">How many characters more there were.</param>
public sealed record CellOutput(OutputKind Kind, string Text, string? Type = null, long Left = 0);
