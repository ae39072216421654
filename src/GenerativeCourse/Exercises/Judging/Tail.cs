namespace GenerativeCourse.Exercises.Judging;

/// <summary>Tail probabilities, accurate far out: to ten digits for up to a million degrees of freedom.</summary>
public static class Tail
{
    const double Tiny = 1e-300, Precision = 1e-16;

    /// <summary>The probability that a standard normal draw is further from 0 than <paramref name="z"/>, on either side: Q(1/2, z^2 / 2).</summary>
    public static double Normal(double z) => UpperGamma(0.5, 0.5 * z * z);

    /// <summary>The probability that chi-square with these degrees of freedom is larger than <paramref name="value"/>: Q(k/2, x/2).</summary>
    public static double ChiSquare(double value, double degrees) => UpperGamma(0.5 * degrees, 0.5 * value);

    /// <summary>The probability that chi-square with these degrees of freedom is smaller than <paramref name="value"/>: P(k/2, x/2).</summary>
    public static double ChiSquareBelow(double value, double degrees) => LowerGamma(0.5 * degrees, 0.5 * value);

    // The regularised incomplete gamma functions: the series DLMF 8.11.4 left of the mode, the continued fraction DLMF 8.9.2 by Lentz's method right of it.
    static double UpperGamma(double a, double x) => x <= 0 ? 1 : x < a + 1 ? 1 - Series(a, x) : Fraction(a, x);

    static double LowerGamma(double a, double x) => x <= 0 ? 0 : x < a + 1 ? Series(a, x) : 1 - Fraction(a, x);

    static double Series(double a, double x)
    {
        double term = 1 / a, sum = term;
        for (var n = 1; term > sum * Precision; n++)
            sum += term *= x / (a + n);
        return sum * Math.Exp(a * Math.Log(x) - x - LogGamma(a));
    }

    static double Fraction(double a, double x)
    {
        double b = x + 1 - a, c = 1 / Tiny, d = 1 / b, h = d;
        for (var n = 1; n < 1_000_000; n++)
        {
            var an = -n * (n - a);
            b += 2;
            d = an * d + b;
            c = b + an / c;
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            h *= d * c;
            if (Math.Abs(d * c - 1) < 1e-15)
                break;
        }
        return h * Math.Exp(a * Math.Log(x) - x - LogGamma(a));
    }

    /// <summary>The logarithm of the gamma function of a positive number: Stirling's series, DLMF 5.11.1, from 10 on, and the recurrence below.</summary>
    public static double LogGamma(double a)
    {
        var shift = 0.0;
        for (; a < 10; a++)
            shift += Math.Log(a);
        var square = 1 / (a * a);
        var series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188)))) / a;
        return (a - 0.5) * Math.Log(a) - a + 0.5 * Math.Log(2 * Math.PI) + series - shift;
    }
}
