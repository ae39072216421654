using System.Globalization;

namespace GenerativeCourse.Exercises.Judging;

/// <summary>Numbers and values as a message shows them.</summary>
static class NumberText
{
    const int MostShown = 12;

    /// <summary>A number with six digits.</summary>
    internal static string Of(double value) => Digits(value, 6);

    /// <summary>Two numbers with as many digits as tell them apart.</summary>
    internal static (string First, string Second) Apart(double first, double second)
    {
        for (var digits = 6; digits < 17; digits++)
        {
            if (Digits(first, digits) != Digits(second, digits))
                return (Digits(first, digits), Digits(second, digits));
        }
        return (Digits(first, 17), Digits(second, 17));
    }

    /// <summary>A p-value, such as p = 2.3e-12.</summary>
    internal static string P(double value) => value < 1e-300 ? "p < 1e-300" : value < 0.001 ? FormattableString.Invariant($"p = {value:0.0e+0}") : FormattableString.Invariant($"p = {value:0.00#}");

    /// <summary>A shape, such as (2, 3).</summary>
    internal static string Shape(IReadOnlyList<long> shape) => shape.Count == 1 ? $"({shape[0]})" : $"({string.Join(", ", shape)})";

    /// <summary>An index into a value, such as [0, 2].</summary>
    internal static string Index(IReadOnlyList<long> shape, long flat)
    {
        var index = new long[shape.Count];
        for (var dimension = shape.Count - 1; dimension >= 0; dimension--)
            (flat, index[dimension]) = Math.DivRem(flat, shape[dimension]);
        return $"[{string.Join(", ", index)}]";
    }

    /// <summary>A scalar by itself, a small array in brackets, a large one by its shape.</summary>
    internal static string Value(PlainValue value)
    {
        if (value.Kind is PlainKind.Nothing or PlainKind.Other || value.IsShapeOnly)
            return $"{value.Type} of shape {Shape(value.Shape)}";
        string[] texts = value.Kind switch
        {
            PlainKind.Number => [.. value.Numbers.Take(MostShown).Select(Of)],
            PlainKind.Integer => [.. value.Integers.Take(MostShown).Select(number => number.ToString(CultureInfo.InvariantCulture))],
            PlainKind.Truth => [.. value.Integers.Take(MostShown).Select(truth => truth != 0 ? "true" : "false")],
            _ => [.. value.Texts.Take(MostShown).Select(text => $"\"{text}\"")],
        };
        if (value.Shape.Count == 0)
            return texts[0];
        return value.Count > MostShown ? $"{value.Type} of shape {Shape(value.Shape)}: {string.Join(", ", texts.Take(4))}, ..." : Nested(value.Shape, texts, 0, 0);
    }

    static string Nested(IReadOnlyList<long> shape, string[] texts, int dimension, int start)
    {
        if (dimension == shape.Count)
            return texts[start];
        var stride = (int)shape.Skip(dimension + 1).Aggregate(1L, (product, length) => product * length);
        return $"[{string.Join(", ", Enumerable.Range(0, (int)shape[dimension]).Select(i => Nested(shape, texts, dimension + 1, start + i * stride)))}]";
    }

    static string Digits(double value, int digits) => value.ToString("G" + digits, CultureInfo.InvariantCulture);
}
