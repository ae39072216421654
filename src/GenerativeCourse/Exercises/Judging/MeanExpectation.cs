namespace GenerativeCourse.Exercises.Judging;

/// <summary>Asks for draws (N) with this mean, where one draw's standard deviation is known: a z test, failed at p of <paramref name="FalseFail"/> and less, by default at |z| of 5 and more.
/// A right answer fails with this probability where the mean is near normal: for normal draws, and for others when N is large.</summary>
public sealed record MeanExpectation(double Mean, double Deviation, double FalseFail = MeanExpectation.Usual) : Expectation, IStatistical
{
    /// <summary>The rate where none is given, that of |z| = 5.</summary>
    public const double Usual = 5.7330314375838e-7;

    /// <inheritdoc/>
    public override string Text => $"draws with the mean {NumberText.Of(Mean)} (one draw's standard deviation: {NumberText.Of(Deviation)})";

    /// <inheritdoc/>
    protected override Judgement Judge(PlainValue actual)
    {
        if (Draws.Refuse(actual, Text) is { } refused)
            return refused;
        var draws = actual.ToNumbers();
        double mean = draws.Average(), error = Deviation / Math.Sqrt(draws.Length), z = (mean - Mean) / error, p = Tail.Normal(z);
        return p > FalseFail ? Judgement.Pass : new Judgement(
            false, Text, FormattableString.Invariant($"mean {NumberText.Of(mean)} over {draws.Length:N0} draws: z = {z:F1}, {NumberText.P(p)} (right answers stay below that |z| but for {FalseFail:0.#e+0} of the time)"),
            Diagnosis: MomentDiagnosis.OfMean(mean, Mean, error));
    }
}
