namespace GenerativeCourse.Evaluation;

/// <summary>How many standard errors a 95% interval reaches to each side when the deviation was estimated from the same few values.</summary>
static class StudentQuantile
{
    static readonly double[] Few = [12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157];

    /// <summary>The 0.975 quantile of Student's t, within 2e-5: a table up to nine degrees of freedom, above it the expansion about the normal quantile (Abramowitz and Stegun, 1964, 26.7.5).</summary>
    public static double At975(int degrees)
    {
        if (degrees <= Few.Length)
            return Few[degrees - 1];
        double z = Interval.Normal95, v = degrees, square = z * z;
        return z + z * (square + 1) / (4 * v)
            + z * ((5 * square + 16) * square + 3) / (96 * v * v)
            + z * (((3 * square + 19) * square + 17) * square - 15) / (384 * v * v * v)
            + z * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / (92160 * v * v * v * v);
    }
}
