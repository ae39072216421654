using System.Text.Json.Serialization;

namespace GenerativeCourse.Exercises.Judging;

/// <summary>What a check asks of a value; each kind is judged without torch and comes as JSON, so that a grader can keep it and judge elsewhere.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "check")]
[JsonDerivedType(typeof(EqualExpectation), "Equal")]
[JsonDerivedType(typeof(CloseExpectation), "Close")]
[JsonDerivedType(typeof(ShapeExpectation), "Shape")]
[JsonDerivedType(typeof(ThrowsExpectation), "Throws")]
[JsonDerivedType(typeof(MeanExpectation), "Mean")]
[JsonDerivedType(typeof(MomentsExpectation), "Moments")]
[JsonDerivedType(typeof(FrequenciesExpectation), "Frequencies")]
public abstract record Expectation
{
    /// <summary>What is expected, in a line.</summary>
    [JsonIgnore]
    public abstract string Text { get; }

    /// <summary>Whether a value's shape is all that is needed of it.</summary>
    [JsonIgnore]
    public virtual bool NeedsShapeOnly => false;

    /// <summary>Judges what came of an asked expression.</summary>
    public virtual Judgement Judge(Outcome outcome) => outcome switch
    {
        { Thrown: { } thrown } => new Judgement(false, Text, $"{thrown[0].Split('.')[^1]}: {outcome.Message}", Diagnosis: ThrownDiagnosis.Of(thrown, outcome.Message ?? "")),
        { Value: { Kind: PlainKind.Nothing } } => new Judgement(false, Text, "null", Diagnosis: "nothing was returned"),
        { Value: { Kind: PlainKind.Other } other } => new Judgement(false, Text, $"a value of type {other.Type}", Diagnosis: "the check knows numbers, texts, arrays of them, and tensors"),
        _ => Judge(outcome.Value!),
    };

    /// <summary>Judges a value.</summary>
    protected abstract Judgement Judge(PlainValue actual);
}
