namespace GenerativeCourse.Exercises.Judging;

/// <summary>Asks for whole numbers, truths or texts, exactly, in a shape; a float that is whole counts as the whole number.</summary>
public sealed record EqualExpectation(PlainValue Expected) : Expectation
{
    /// <inheritdoc/>
    public override string Text => NumberText.Value(Expected);

    /// <inheritdoc/>
    protected override Judgement Judge(PlainValue actual)
    {
        if (actual.IsNumeric != Expected.IsNumeric)
            return new Judgement(false, Text, NumberText.Value(actual), $"the type: {actual.Type}, where {Expected.Type} was asked");
        if (!actual.Shape.SequenceEqual(Expected.Shape))
            return new Judgement(false, Text, NumberText.Value(actual), Differences.OfShapes(actual, Expected), ShapeDiagnosis.Of(actual, Expected));
        return Expected.Kind == PlainKind.Text ? Texts(actual) : Numbers(actual);
    }

    Judgement Texts(PlainValue actual)
    {
        int[] wrong = [.. Enumerable.Range(0, actual.Texts.Count).Where(i => actual.Texts[i] != Expected.Texts[i])];
        if (wrong.Length == 0)
            return Judgement.Pass;
        string mine = actual.Texts[wrong[0]], theirs = Expected.Texts[wrong[0]];
        var diagnosis = mine.Trim() == theirs.Trim() ? "spaces or line ends around it"
            : string.Equals(mine, theirs, StringComparison.OrdinalIgnoreCase) ? "capital and small letters" : null;
        return new Judgement(false, Text, NumberText.Value(actual), Differences.At(actual, Expected, wrong, $"\"{mine}\"", $"\"{theirs}\""), diagnosis);
    }

    Judgement Numbers(PlainValue actual)
    {
        var exact = actual.Kind != PlainKind.Number && Expected.Kind != PlainKind.Number;
        double[] mine = actual.ToNumbers(), theirs = Expected.ToNumbers();
        int[] wrong = [.. Enumerable.Range(0, mine.Length).Where(i => exact ? actual.Integers[i] != Expected.Integers[i] : !mine[i].Equals(theirs[i]))];
        if (wrong.Length == 0)
            return Judgement.Pass;
        var diagnosis = Expected.Kind == PlainKind.Truth && mine.Zip(theirs).All(pair => pair.First == 1 - pair.Second) ? "each truth is the other one: a condition turned round?"
            : ValueDiagnosis.Of(mine, theirs, actual.Shape, areWhole: true);
        return new Judgement(false, Text, NumberText.Value(actual), Differences.At(actual, Expected, wrong, $"{mine[wrong[0]]:R}", $"{theirs[wrong[0]]:R}"), diagnosis);
    }
}
