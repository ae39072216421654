namespace GenerativeCourse.Exercises.Judging;

/// <summary>Finds the right numbers in the wrong places.</summary>
static class OrderDiagnosis
{
    internal static string? Of(double[] actual, double[] expected, IReadOnlyList<long> shape)
    {
        if (actual.Length < 2)
            return null;
        if (shape is [var rows, var columns] && rows == columns && Same(actual, expected, i => i % rows * rows + i / rows))
            return "the transpose of what was asked";
        if (actual.Length < 3)
            return Same(actual, expected, i => actual.Length - 1 - i) ? "the right numbers in the other order" : null;
        if (Same(actual, expected, i => actual.Length - 1 - i))
            return "the right numbers in reverse order";
        if (Same(actual, expected, i => i + 1, actual.Length - 1))
            return "shifted by one: each number is the next one's, off by one in the index?";
        if (Same(actual[1..], expected, i => i, actual.Length - 1))
            return "shifted by one: each number is the one's before it, off by one in the index?";
        double[] first = [.. actual.Order()], second = [.. expected.Order()];
        return Same(first, second, i => i) ? "the right numbers in another order" : null;
    }

    static bool Same(double[] actual, double[] expected, Func<long, long> place, int? count = null)
    {
        var scale = ValueDiagnosis.Near * actual.Max(Math.Abs);
        for (var i = 0; i < (count ?? actual.Length); i++)
        {
            if (!(Math.Abs(actual[i] - expected[place(i)]) <= scale))
                return false;
        }
        return true;
    }
}
