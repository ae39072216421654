namespace GenerativeCourse.Training;

/// <summary>Learning rates over the course of training, as multiples of the highest one; each takes the part that is done, 0 to 1.</summary>
public static class Schedules
{
    /// <summary>The same rate throughout.</summary>
    public static double Constant(double done) => 1;

    /// <summary>Up in a line over the first <paramref name="warmup"/> of training, then down along a cosine to <paramref name="floor"/> (Loshchilov and Hutter, SGDR, 2017).</summary>
    public static Func<double, double> Cosine(double warmup = 0.05, double floor = 0) => done =>
        done < warmup ? (done + 1e-3) / (warmup + 1e-3) : floor + (1 - floor) * 0.5 * (1 + Math.Cos(Math.PI * (done - warmup) / (1 - warmup)));

    /// <summary>Up in a line over the first <paramref name="warmup"/> of training, then the same rate.</summary>
    public static Func<double, double> Warmup(double warmup = 0.05) => done => Math.Min(1, (done + 1e-3) / (warmup + 1e-3));
}
