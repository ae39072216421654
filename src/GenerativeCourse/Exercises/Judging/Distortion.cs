namespace GenerativeCourse.Exercises.Judging;

/// <summary>A usual mistake: what it makes of a right number, and how to say so.</summary>
/// <param name="Apply">What it makes of a right number.</param>
/// <param name="Text">What it is.</param>
/// <param name="OfWholes">Whether anybody makes it with counts and labels, too.</param>
sealed record Distortion(Func<double, double> Apply, string Text, bool OfWholes = true)
{
    static readonly double Ln2 = Math.Log(2), HalfLog2Pi = 0.5 * Math.Log(2 * Math.PI), Root2Pi = Math.Sqrt(2 * Math.PI);

    /// <summary>The mistakes that are looked for, the likeliest first.</summary>
    internal static IReadOnlyList<Distortion> Known { get; } =
    [
        new(right => -right, "the sign is the other one"),
        new(right => right * Ln2, "the ratio is 0.693, ln 2: nats, where bits were asked?", OfWholes: false),
        new(right => right / Ln2, "the ratio is 1.443, 1 / ln 2: bits, where nats were asked?", OfWholes: false),
        new(right => 2 * right, "twice what was asked: is a factor 1/2 missing?"),
        new(right => right / 2, "half of what was asked: is there a factor 1/2 too many?"),
        new(right => -2 * right, "minus twice what was asked: the sign, and a factor 1/2"),
        new(right => -right / 2, "minus half of what was asked: the sign, and a factor 2"),
        new(right => -right * Ln2, "the ratio is -0.693: the sign, and nats where bits were asked", OfWholes: false),
        new(right => -right / Ln2, "the ratio is -1.443: the sign, and bits where nats were asked", OfWholes: false),
        new(right => right * right, "the square of what was asked: a variance for a standard deviation, a squared distance for a distance?"),
        new(Math.Sqrt, "the square root of what was asked: a standard deviation for a variance, a distance for its square?"),
        new(Math.Exp, "the exponential of what was asked: a probability for a log-probability, a variance for its logarithm?", OfWholes: false),
        new(Math.Log, "the logarithm of what was asked: a log-probability for a probability, logits for odds?", OfWholes: false),
        new(right => 1 / right, "one over what was asked"),
        new(right => 1 - right, "one minus what was asked: the complement?"),
        new(right => right * Root2Pi, "the ratio is 2.507, the root of 2 pi: the Gaussian's constant is missing", OfWholes: false),
        new(right => right / Root2Pi, "the ratio is 0.399, one over the root of 2 pi: the Gaussian's constant counted twice", OfWholes: false),
        new(right => right + HalfLog2Pi, "0.919 too much, half of log 2 pi: the Gaussian's constant", OfWholes: false),
        new(right => right - HalfLog2Pi, "0.919 too little, half of log 2 pi: the Gaussian's constant", OfWholes: false),
        new(right => right + 1, "one too much: off by one?"),
        new(right => right - 1, "one too little: off by one?"),
    ];
}
