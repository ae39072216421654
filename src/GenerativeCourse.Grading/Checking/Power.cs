using GenerativeCourse.Exercises.Judging;

namespace GenerativeCourse.Grading.Checking;

/// <summary>How often a statistical check rejects a wrong answer, estimated by the bootstrap (B. Efron, Annals of Statistics 7, 1979) from one set of its draws.</summary>
static class Power
{
    const int Rounds = 200;

    /// <summary>The share of resampled sets of draws, or of counts, that the check rejects. The same for the same values.</summary>
    public static double Estimate(Expectation expectation, PlainValue value)
    {
        var random = new Random(20);
        var values = value.ToNumbers();
        var rejected = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var resampled = expectation is FrequenciesExpectation ? Counts(values, random) : Draws(values, random);
            if (!expectation.Judge(Outcome.Returned(resampled)).Passed)
                rejected++;
        }
        return (double)rejected / Rounds;
    }

    static PlainValue Draws(double[] values, Random random) =>
        PlainValue.OfNumbers([.. values.Select(_ => values[random.Next(values.Length)])], "double[]", values.Length);

    static PlainValue Counts(double[] counts, Random random)
    {
        var ends = new double[counts.Length];
        for (var i = 0; i < counts.Length; i++)
            ends[i] = counts[i] + (i > 0 ? ends[i - 1] : 0);
        var resampled = new long[counts.Length];
        for (var draw = 0L; draw < (long)ends[^1]; draw++)
        {
            var place = Array.BinarySearch(ends, random.NextDouble() * ends[^1]);
            resampled[Math.Min(place < 0 ? ~place : place + 1, counts.Length - 1)]++;
        }
        return PlainValue.OfIntegers(resampled, "long[]", counts.Length);
    }
}
