namespace GenerativeCourse.Models;

/// <summary>The golden-section search for the top of a function with one hill (Kiefer, 1953).</summary>
static class GoldenSection
{
    static readonly double Share = (Math.Sqrt(5) - 1) / 2;

    /// <summary>Where between two numbers a function is largest, to within <paramref name="tolerance"/>.</summary>
    internal static double Maximum(Func<double, double> function, double low, double high, double tolerance)
    {
        double left = high - Share * (high - low), right = low + Share * (high - low), atLeft = function(left), atRight = function(right);
        while (high - low > 2 * tolerance)
            if (atLeft > atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                atLeft = function(left = high - Share * (high - low));
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                atRight = function(right = low + Share * (high - low));
            }
        return (low + high) / 2;
    }
}
