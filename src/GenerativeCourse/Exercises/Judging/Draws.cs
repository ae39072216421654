namespace GenerativeCourse.Exercises.Judging;

/// <summary>What is asked of draws before they are tested: a row of finite numbers that are not all the same.</summary>
static class Draws
{
    /// <summary>Why these are no draws; null where they are.</summary>
    internal static Judgement? Refuse(PlainValue actual, string text)
    {
        Judgement Wrong(string found, string? diagnosis = null) => new(false, text, found, Diagnosis: diagnosis);
        if (!actual.IsNumeric || actual.Shape.Count != 1)
            return Wrong($"{actual.Type} of shape {NumberText.Shape(actual.Shape)}", "one number for each draw was asked: a shape (N)");
        var draws = actual.ToNumbers();
        if (draws.Length < 2)
            return Wrong($"{draws.Length} draws", "two draws at least are wanted");
        if (draws.Count(draw => !double.IsFinite(draw)) is > 0 and var bad)
            return Wrong($"{bad:N0} of {draws.Length:N0} draws are NaN or infinite", "the root or logarithm of a negative number, or a division by 0");
        return draws.All(draw => draw == draws[0]) ? Wrong($"all {draws.Length:N0} draws are {NumberText.Of(draws[0])}", "the noise is missing, drawn once for all, or seeded anew for each draw") : null;
    }
}
