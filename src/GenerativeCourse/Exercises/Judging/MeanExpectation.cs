namespace GenerativeCourse.Exercises.Judging;

/// <summary>Asks for draws (N) with this mean, where one draw's standard deviation is known: a z test, failed at |z| of 5 and more.
/// A right answer fails with probability 5.7e-7 where the mean is near normal: for normal draws, and for others when N is large.</summary>
public sealed record MeanExpectation(double Mean, double Deviation) : Expectation
{
    const double Furthest = 5;

    /// <inheritdoc/>
    public override string Text => $"draws with the mean {NumberText.Of(Mean)} (one draw's standard deviation: {NumberText.Of(Deviation)})";

    /// <inheritdoc/>
    protected override Judgement Judge(PlainValue actual)
    {
        if (Draws.Refuse(actual, Text) is { } refused)
            return refused;
        var draws = actual.ToNumbers();
        double mean = draws.Average(), error = Deviation / Math.Sqrt(draws.Length), z = (mean - Mean) / error;
        return Math.Abs(z) < Furthest ? Judgement.Pass : new Judgement(
            false, Text, FormattableString.Invariant($"mean {NumberText.Of(mean)} over {draws.Length:N0} draws: z = {z:F1}, {NumberText.P(Tail.Normal(z))} (right answers stay below |z| = 5 but for 5.7e-7 of the time)"),
            Diagnosis: MomentDiagnosis.OfMean(mean, Mean, error));
    }
}
