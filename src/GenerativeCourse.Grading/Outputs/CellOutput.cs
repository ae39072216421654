namespace GenerativeCourse.Grading.Outputs;

/// <summary>One thing that a cell printed or drew, as far as a grader is shown it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text; of a picture its bytes in base64; of what is not shown its media type.</param>
/// <param name="Type">A picture's media type; null for all else.</param>
/// <param name="Left">How many characters more there were, counted up to <see cref="MostLeft"/>.</param>
public sealed record CellOutput(OutputKind Kind, string Text, string? Type = null, int Left = 0)
{
    /// <summary>Where counting ends: how far an endless output comes before it is stopped differs from run to run, and what is told of it must not.</summary>
    public const int MostLeft = 100_000;

    /// <summary>This text with more of it.</summary>
    internal CellOutput With(string kept, int left) => this with { Text = Text + kept, Left = Math.Min(Left + left, MostLeft) };
}
