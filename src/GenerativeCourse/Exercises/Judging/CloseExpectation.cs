namespace GenerativeCourse.Exercises.Judging;

/// <summary>Asks for numbers in a shape with |actual - expected| at most tolerance times max(1, |expected|), each.</summary>
public sealed record CloseExpectation(PlainValue Expected, double Tolerance) : Expectation
{
    const double NearMiss = 20;

    /// <inheritdoc/>
    public override string Text => Told(NumberText.Value(Expected));

    string Told(string value)
    {
        var numbers = Expected.IsNumeric ? Expected.ToNumbers() : [];
        return numbers is [var one] ? $"{value}, give or take {NumberText.Of(Tolerance * Math.Max(1, Math.Abs(one)))}"
            : $"{value}, each within {NumberText.Of(Tolerance)}{(numbers.Any(number => Math.Abs(number) > 1) ? ", or that part of its size where it is over 1" : "")}";
    }

    /// <inheritdoc/>
    protected override Judgement Judge(PlainValue actual)
    {
        if (!actual.IsNumeric)
            return new Judgement(false, Text, NumberText.Value(actual), $"the type: {actual.Type}, where {Expected.Type} was asked");
        if (!actual.Shape.SequenceEqual(Expected.Shape))
            return new Judgement(false, Text, NumberText.Value(actual), Differences.OfShapes(actual, Expected), ShapeDiagnosis.Of(actual, Expected));
        double[] mine = actual.ToNumbers(), theirs = Expected.ToNumbers();
        int[] wrong = [.. Enumerable.Range(0, mine.Length).Where(i => !IsClose(mine[i], theirs[i]))];
        if (wrong.Length == 0)
            return Judgement.Pass;
        var (first, second) = NumberText.Apart(mine[wrong[0]], theirs[wrong[0]]);
        return new Judgement(
            false, actual.Shape.Count == 0 ? Told(second) : Text, actual.Shape.Count == 0 ? first : NumberText.Value(actual),
            Differences.At(actual, Expected, wrong, first, second), ValueDiagnosis.Of(mine, theirs, actual.Shape) ?? Miss(mine, theirs));
    }

    bool IsClose(double actual, double expected) =>
        actual.Equals(expected) || Math.Abs(actual - expected) <= Tolerance * Math.Max(1, Math.Abs(expected));

    string? Miss(double[] actual, double[] expected)
    {
        var worst = actual.Zip(expected, (mine, theirs) => Math.Abs(mine - theirs) / Math.Max(1, Math.Abs(theirs))).Max();
        return worst <= NearMiss * Tolerance && worst < 0.01 ? $"nearly: the error is {worst / Tolerance:F1} times the tolerance; rounding (float32, a small divisor), or a small term left out?" : null;
    }
}
