namespace GenerativeCourse.Exercises.Judging;

/// <summary>Guesses how draws came by a wrong mean or a wrong spread.</summary>
static class MomentDiagnosis
{
    // A wrong spread is recognised within this part of it.
    const double NearSpread = 0.03;

    internal static string? OfMean(double actual, double expected, double error)
    {
        bool Is(double guess) => Math.Abs(actual - guess) < 5 * error;
        return Is(0) ? "the mean is 0: was it not added to the noise?"
            : Is(-expected) ? "the mean has the other sign"
            : Is(2 * expected) ? "the mean is twice what was asked: added twice?"
            : Is(expected / 2) ? "the mean is half of what was asked"
            : null;
    }

    internal static string? OfDeviation(double actual, double expected)
    {
        bool Is(double guess) => Math.Abs(actual - guess) < NearSpread * guess;
        return Is(expected * expected) ? "the spread is the variance: its root, exp(0.5 * log variance), is the standard deviation"
            : Is(Math.Sqrt(expected)) ? "the spread is the root of the standard deviation: a root, or a half, too many"
            : Is(Math.Abs(2 * Math.Log(expected))) ? "the spread is the log-variance: exp(0.5 * log variance) is the standard deviation"
            : Is(Math.Abs(Math.Log(expected))) ? "the spread is the logarithm of the standard deviation: its exponential is missing"
            : Is(1) ? "the spread is 1: is the noise not scaled?"
            : Is(1 / expected) ? "the spread is one over the standard deviation: a precision?"
            : null;
    }
}
