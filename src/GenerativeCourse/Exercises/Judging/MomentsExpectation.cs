namespace GenerativeCourse.Exercises.Judging;

/// <summary>Asks for normal draws (N) with this mean and standard deviation: the mean by a z test, the sample variance by the chi-square that it follows, each failed at p of half of <paramref name="FalseFail"/> and less.
/// A right answer fails with probability <paramref name="FalseFail"/> at most; both tests are exact for normal draws, and the second is wrong for others.</summary>
public sealed record MomentsExpectation(double Mean, double Deviation, double FalseFail = MomentsExpectation.Usual) : Expectation, IStatistical
{
    /// <summary>The rate where none is given.</summary>
    public const double Usual = 8e-7;

    /// <inheritdoc/>
    public override string Text => $"normal draws with the mean {NumberText.Of(Mean)} and the standard deviation {NumberText.Of(Deviation)}";

    /// <inheritdoc/>
    protected override Judgement Judge(PlainValue actual)
    {
        if (Draws.Refuse(actual, Text) is { } refused)
            return refused;
        var draws = actual.ToNumbers();
        int n = draws.Length;
        double mean = draws.Average(), squares = draws.Sum(draw => (draw - mean) * (draw - mean)), deviation = Math.Sqrt(squares / (n - 1));
        double error = Deviation / Math.Sqrt(n), z = (mean - Mean) / error, ratio = squares / (Deviation * Deviation);
        double ofMean = Tail.Normal(z), ofDeviation = Math.Min(1, 2 * Math.Min(Tail.ChiSquare(ratio, n - 1), Tail.ChiSquareBelow(ratio, n - 1)));
        if (ofMean > FalseFail / 2 && ofDeviation > FalseFail / 2)
            return Judgement.Pass;
        string?[] guesses = [ofDeviation > FalseFail / 2 ? null : MomentDiagnosis.OfDeviation(deviation, Deviation), ofMean > FalseFail / 2 ? null : MomentDiagnosis.OfMean(mean, Mean, error)];
        return new Judgement(
            false, Text, FormattableString.Invariant($"mean {NumberText.Of(mean)} (z = {z:F1}, {NumberText.P(ofMean)}), standard deviation {NumberText.Of(deviation)} ({NumberText.P(ofDeviation)}) over {n:N0} draws; right answers have a p under {FalseFail / 2:0.##e+0} once in {1 / FalseFail:N0} times"),
            Diagnosis: string.Join("; and ", guesses.OfType<string>()));
    }
}
