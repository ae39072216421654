namespace GenerativeCourse.Exercises.Judging;

/// <summary>Asks for counts (K) of independent draws with these probabilities: a chi-square test, failed at p of <paramref name="FalseFail"/> and less.
/// The statistic is the likelihood ratio G with Williams's correction (Biometrika 63, 1976), since Pearson's has a heavier tail where few draws are expected: with 5 in a category it
/// would fail a right answer 60 times in a million, this one (every case enumerated for two and three categories) at most once.</summary>
public sealed record FrequenciesExpectation(IReadOnlyList<double> Probabilities, double FalseFail = FrequenciesExpectation.Usual) : Expectation, IStatistical
{
    /// <summary>The rate where none is given.</summary>
    public const double Usual = 1e-6;

    const double FewestExpected = 5;

    /// <inheritdoc/>
    public override string Text => $"counts of draws with the probabilities {NumberText.Value(PlainValue.OfNumbers(Probabilities, "double[]", Probabilities.Count))}";

    /// <inheritdoc/>
    protected override Judgement Judge(PlainValue actual)
    {
        Judgement Wrong(string found, string? diagnosis = null) => new(false, Text, found, Diagnosis: diagnosis);
        if (!actual.IsNumeric || actual.Shape.Count != 1 || actual.Count != Probabilities.Count)
            return Wrong($"{actual.Type} of shape {NumberText.Shape(actual.Shape)}", $"{Probabilities.Count} counts were asked, one a category");
        var counts = actual.ToNumbers();
        if (counts.Any(count => !(count >= 0) || count != Math.Floor(count) || double.IsInfinity(count)))
            return Wrong(NumberText.Value(actual), "counts are whole numbers from 0 on: frequencies and probabilities are not");
        if (Enumerable.Range(0, counts.Length).Where(i => Probabilities[i] == 0 && counts[i] > 0).ToArray() is [var impossible, ..])
            return Wrong(FormattableString.Invariant($"{counts[impossible]:N0} draws in category {impossible}"), $"category {impossible} has the probability 0");
        double draws = counts.Sum(), fewest = draws * Probabilities.Where(probability => probability > 0).Min();
        if (fewest < FewestExpected)
            return Wrong(FormattableString.Invariant($"{draws:N0} draws"), FormattableString.Invariant($"too few to judge: {fewest:0.##} are expected in the rarest category, and 5 are wanted"));
        int[] open = [.. Enumerable.Range(0, counts.Length).Where(i => Probabilities[i] > 0)];
        var (statistic, p) = Test(counts, open, draws);
        return p > FalseFail ? Judgement.Pass : Wrong(
            FormattableString.Invariant($"{NumberText.Value(actual)}, of {draws:N0} draws: chi-square {statistic:F1} with {open.Length - 1} degrees of freedom, {NumberText.P(p)} (right answers fall to {FalseFail:0.#e+0} at most once in {1 / FalseFail:N0} times)"),
            Diagnosis(counts, open, draws));
    }

    (double Statistic, double P) Test(double[] counts, int[] open, double draws)
    {
        if (open.Length < 2)
            return (0, 1);
        var ratio = 2 * open.Sum(i => counts[i] == 0 ? 0 : counts[i] * Math.Log(counts[i] / (draws * Probabilities[i])));
        var correction = 1 + (open.Sum(i => 1 / Probabilities[i]) - 1) / (6 * draws * (open.Length - 1));
        return (ratio / correction, Tail.ChiSquare(ratio / correction, open.Length - 1));
    }

    // A guess is taken where the counts fit it as they should have fitted the truth.
    string? Diagnosis(double[] counts, int[] open, double draws)
    {
        bool Fits(Func<double, double> spoil)
        {
            double[] spoilt = [.. Probabilities.Select(probability => probability > 0 ? spoil(probability) : 0)];
            var sum = spoilt.Sum();
            return new FrequenciesExpectation([.. spoilt.Select(weight => weight / sum)]).Test(counts, open, draws).P > Usual;
        }
        var worst = open.MaxBy(i => Math.Abs(counts[i] - draws * Probabilities[i]) / Math.Sqrt(draws * Probabilities[i]));
        return Fits(_ => 1) ? "each category is drawn as often as another: the weights are not used"
            : Fits(Math.Sqrt) ? "drawn by the roots of the weights: a distance where its square was asked?"
            : Fits(probability => probability * probability) ? "drawn by the squares of the weights"
            : open.Length == counts.Length && new FrequenciesExpectation([.. Probabilities.Reverse()]).Test(counts, open, draws).P > Usual ? "drawn by the weights in reverse order"
            : FormattableString.Invariant($"furthest off is category {worst}: {counts[worst]:N0} draws, {draws * Probabilities[worst]:N0} expected");
    }
}
