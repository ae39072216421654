namespace GenerativeCourse.Exercises.Judging;

/// <summary>Asks for an exception of a type, by its full name, or of one that derives from it.</summary>
public sealed record ThrowsExpectation(string Type) : Expectation
{
    /// <inheritdoc/>
    public override string Text => $"an exception of type {Type.Split('.', '+')[^1]}";

    /// <inheritdoc/>
    public override bool NeedsShapeOnly => true;

    /// <inheritdoc/>
    public override Judgement Judge(Outcome outcome)
    {
        if (outcome.Thrown is not { } thrown)
            return new Judgement(false, Text, "nothing was thrown", Diagnosis: "the input is not checked before it is used");
        return thrown.Contains(Type) ? Judgement.Pass : base.Judge(outcome);
    }

    /// <inheritdoc/>
    protected override Judgement Judge(PlainValue actual) => Judgement.Pass;
}
