using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenerativeCourse.Exercises.Judging;

/// <summary>A value as plain data: its type's name, its shape, and its numbers or texts in row-major order. A scalar has the shape ().</summary>
[JsonConverter(typeof(PlainValueConverter))]
public sealed class PlainValue
{
    PlainValue(string type, PlainKind kind, long[] shape) => (Type, Kind, Shape) = (type, kind, shape);

    /// <summary>The type as a reader knows it, such as <c>double[]</c> or <c>Tensor Float32</c>.</summary>
    public string Type { get; }

    /// <summary>What it holds.</summary>
    public PlainKind Kind { get; }

    /// <summary>The lengths of its dimensions; none for a scalar.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The values of kind <see cref="PlainKind.Number"/>, else empty.</summary>
    public IReadOnlyList<double> Numbers { get; private init; } = [];

    /// <summary>The values of kind <see cref="PlainKind.Integer"/> and <see cref="PlainKind.Truth"/>, else empty.</summary>
    public IReadOnlyList<long> Integers { get; private init; } = [];

    /// <summary>The values of kind <see cref="PlainKind.Text"/>, else empty.</summary>
    public IReadOnlyList<string> Texts { get; private init; } = [];

    /// <summary>Whether its values were left out, because only the shape was asked for.</summary>
    public bool IsShapeOnly { get; private init; }

    /// <summary>How many values the shape holds.</summary>
    public long Count => Shape.Aggregate(1L, (product, length) => product * length);

    /// <summary>Whether it holds numbers: whole, floating-point or truths.</summary>
    public bool IsNumeric => Kind is PlainKind.Number or PlainKind.Integer or PlainKind.Truth;

    /// <summary>Null.</summary>
    public static PlainValue Nothing { get; } = new("null", PlainKind.Nothing, []);

    /// <summary>A value that cannot be judged.</summary>
    public static PlainValue Other(string type) => new(type, PlainKind.Other, []);

    /// <summary>A shape without values.</summary>
    public static PlainValue OfShape(string type, PlainKind kind, params long[] shape) => new(type, kind, shape) { IsShapeOnly = true };

    /// <summary>Floating-point numbers; a scalar without a shape.</summary>
    /// <exception cref="FormatException">The shape holds another number of values.</exception>
    public static PlainValue OfNumbers(IReadOnlyList<double> values, string type = "double[]", params long[] shape) =>
        new PlainValue(type, PlainKind.Number, shape) { Numbers = values }.Checked(values.Count);

    /// <summary>Whole numbers; a scalar without a shape.</summary>
    /// <exception cref="FormatException">The shape holds another number of values.</exception>
    public static PlainValue OfIntegers(IReadOnlyList<long> values, string type = "long[]", params long[] shape) =>
        new PlainValue(type, PlainKind.Integer, shape) { Integers = values }.Checked(values.Count);

    /// <summary>Truths, as ones and zeros; a scalar without a shape.</summary>
    /// <exception cref="FormatException">The shape holds another number of values.</exception>
    public static PlainValue OfTruths(IReadOnlyList<long> values, string type = "bool[]", params long[] shape) =>
        new PlainValue(type, PlainKind.Truth, shape) { Integers = values }.Checked(values.Count);

    /// <summary>Texts; a scalar without a shape.</summary>
    /// <exception cref="FormatException">The shape holds another number of values.</exception>
    public static PlainValue OfTexts(IReadOnlyList<string> values, string type = "string[]", params long[] shape) =>
        new PlainValue(type, PlainKind.Text, shape) { Texts = values }.Checked(values.Count);

    /// <summary>One number.</summary>
    public static PlainValue Of(double value) => OfNumbers([value], "double");

    /// <summary>One whole number.</summary>
    public static PlainValue Of(long value) => OfIntegers([value], "long");

    /// <summary>One truth.</summary>
    public static PlainValue Of(bool value) => OfTruths([value ? 1 : 0], "bool");

    /// <summary>One text.</summary>
    public static PlainValue Of(string value) => OfTexts([value], "string");

    /// <summary>Its numbers, whole ones and truths widened.</summary>
    public double[] ToNumbers() => Kind == PlainKind.Number ? [.. Numbers] : [.. Integers.Select(value => (double)value)];

    /// <summary>It as one line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is no such value.</exception>
    public static PlainValue FromJson(string json) => JsonSerializer.Deserialize<PlainValue>(json) ?? throw new JsonException("null is no value");

    PlainValue Checked(int values) => Shape.All(length => length >= 0) && Count == values
        ? this
        : throw new FormatException($"the shape ({string.Join(", ", Shape)}) does not hold {values} values");
}
