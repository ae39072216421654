namespace GenerativeCourse.Evaluation;

/// <summary>Between nats for a whole example and bits for each of its dimensions: bits = nats / (D ln 2).</summary>
public static class BitsPerDimension
{
    /// <summary>Bits for each of <paramref name="dimensions"/> from nats for the whole example.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no dimension.</exception>
    public static double FromNats(double nats, long dimensions) => nats / (Checked(dimensions) * Math.Log(2));

    /// <summary>Nats for the whole example from bits for each of <paramref name="dimensions"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no dimension.</exception>
    public static double ToNats(double bits, long dimensions) => bits * (Checked(dimensions) * Math.Log(2));

    static long Checked(long dimensions) =>
        dimensions >= 1 ? dimensions : throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions, "an example has at least one dimension");
}
