namespace GenerativeCourse.Exercises.Judging;

/// <summary>Guesses how a shape came to differ from the one that was asked for.</summary>
static class ShapeDiagnosis
{
    /// <summary>From the shapes alone.</summary>
    internal static string? Of(IReadOnlyList<long> actual, IReadOnlyList<long> expected)
    {
        if (actual.Count == expected.Count && actual.Order().SequenceEqual(expected.Order()))
            return actual.Count == 2 ? "transposed" : "the dimensions are in another order: permute";
        if (WithoutOnes(actual).SequenceEqual(WithoutOnes(expected)))
            return actual.Count > expected.Count ? "a dimension of length 1 too many: squeeze it, or sum without keepdim" : "a dimension of length 1 too few: unsqueeze, or sum with keepdim: true";
        if (actual.Count == 0)
            return "one number for all of it: reduce over some dimensions only (dim: 1)";
        if (expected.Count == 0)
            return "one number was asked: a sum or a mean over all dimensions is missing";
        if (actual.Count > expected.Count && actual.Take(expected.Count).SequenceEqual(expected))
            return $"the last {(actual.Count - expected.Count == 1 ? "dimension is" : "dimensions are")} still there: sum or average over them";
        if (actual.Count < expected.Count && expected.Skip(expected.Count - actual.Count).SequenceEqual(actual))
            return "the batch dimension is missing: reduced over it, or only one example taken?";
        if (Product(actual) == Product(expected))
            return "as many numbers in another shape: reshape";
        if (actual.Count == expected.Count && Enumerable.Range(0, actual.Count).Where(i => actual[i] != expected[i]).ToArray() is [var one])
            return Math.Abs(actual[one] - expected[one]) == 1 ? $"dimension {one} is off by one" : $"dimension {one} is {actual[one]} long where {expected[one]} was asked";
        return null;
    }

    /// <summary>From shapes and values: a scalar that is the sum of what was asked, or the other way about.</summary>
    internal static string? Of(PlainValue actual, PlainValue expected)
    {
        if (expected.Shape.Count == 0 && Reduction(actual, expected) is { } undone)
            return $"{undone} of these numbers is what was asked";
        if (actual.Shape.Count == 0 && Reduction(expected, actual) is { } done)
            return $"this is {done} of the numbers that were asked: keep the first dimension, and reduce over the others (dim: 1)";
        return Of(actual.Shape, expected.Shape);
    }

    static string? Reduction(PlainValue many, PlainValue one)
    {
        if (many.Count < 2 || one.Kind == PlainKind.Text || many.Kind == PlainKind.Text)
            return null;
        double[] numbers = many.ToNumbers(), single = one.ToNumbers();
        bool Is(double value) => value != 0 && ValueDiagnosis.Matches(single, [value], right => right);
        return Is(numbers.Sum()) ? "the sum" : Is(numbers.Average()) ? "the mean" : null;
    }

    static IEnumerable<long> WithoutOnes(IReadOnlyList<long> shape) => shape.Where(length => length != 1);

    static long Product(IReadOnlyList<long> shape) => shape.Aggregate(1L, (product, length) => product * length);
}
