namespace GenerativeCourse.Exercises.Judging;

/// <summary>Asks for a shape, whatever the values.</summary>
public sealed record ShapeExpectation(IReadOnlyList<long> Shape) : Expectation
{
    /// <inheritdoc/>
    public override string Text => $"the shape {NumberText.Shape(Shape)}";

    /// <inheritdoc/>
    public override bool NeedsShapeOnly => true;

    /// <inheritdoc/>
    protected override Judgement Judge(PlainValue actual) => actual.Shape.SequenceEqual(Shape)
        ? Judgement.Pass
        : new Judgement(false, Text, $"{actual.Type} of shape {NumberText.Shape(actual.Shape)}", Diagnosis: ShapeDiagnosis.Of(actual.Shape, Shape));
}
