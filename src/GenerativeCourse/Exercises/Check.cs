using System.Diagnostics;
using System.Runtime.CompilerServices;
using GenerativeCourse.Exercises.Judging;

namespace GenerativeCourse.Exercises;

/// <summary>The tests of an exercise. Each takes the asked expression as a lambda without parameters and evaluates it once; a check that passes says nothing, one that fails throws a <see cref="CheckException"/>
/// that says what was expected, what came, and what is perhaps wrong.</summary>
[StackTraceHidden]
public static partial class Check
{
    /// <summary>Asks for an exception of a type, or of one that derives from it.</summary>
    /// <exception cref="CheckException">Nothing was thrown, or something else.</exception>
    public static void Throws<TException>(Action asked, string hint, [CallerArgumentExpression(nameof(asked))] string source = "") where TException : Exception =>
        Judge(() => { asked(); return null; }, new ThrowsExpectation(typeof(TException).FullName!), hint, source);

    /// <summary>Asks for a shape, whatever the values.</summary>
    /// <exception cref="CheckException">The shape is another.</exception>
    public static void Shape(Func<object?> asked, long[] shape, string hint, [CallerArgumentExpression(nameof(asked))] string source = "") =>
        Judge(asked, new ShapeExpectation(shape), hint, source);

    /// <summary>Asks for draws (N) with this mean, <paramref name="deviation"/> being one draw's standard deviation: |z| under 5, which a right answer misses with probability 5.7e-7, or what <paramref name="falseFail"/> says.
    /// The rates of an exercise's checks sum to 1e-6 at most.</summary>
    /// <exception cref="CheckException">The mean is another, or these are no draws.</exception>
    public static void Mean(Func<object?> asked, double mean, double deviation, string hint, double falseFail = MeanExpectation.Usual, [CallerArgumentExpression(nameof(asked))] string source = "") =>
        Judge(asked, new MeanExpectation(mean, Positive(deviation), Rate(falseFail)), hint, source);

    /// <summary>Asks for normal draws (N) with this mean and standard deviation, which a right answer misses with probability <paramref name="falseFail"/> at most.</summary>
    /// <exception cref="CheckException">Mean or spread is another, or these are no draws.</exception>
    public static void Moments(Func<object?> asked, double mean, double deviation, string hint, double falseFail = MomentsExpectation.Usual, [CallerArgumentExpression(nameof(asked))] string source = "") =>
        Judge(asked, new MomentsExpectation(mean, Positive(deviation), Rate(falseFail)), hint, source);

    /// <summary>Asks for counts (K) of independent draws with these probabilities, at least 5 expected in each: chi-square with p over <paramref name="falseFail"/>, which a right answer misses with that probability at most.</summary>
    /// <exception cref="CheckException">The counts do not fit, or these are no counts.</exception>
    public static void Frequencies(Func<object?> asked, double[] probabilities, string hint, double falseFail = FrequenciesExpectation.Usual, [CallerArgumentExpression(nameof(asked))] string source = "") =>
        Judge(asked, new FrequenciesExpectation(Summing(probabilities), Rate(falseFail)), hint, source);

    static void Judge(Func<object?> asked, Expectation expectation, string hint, string source)
    {
        var outcome = Asked.Evaluate(asked, expectation.NeedsShapeOnly);
        if (CheckRecord.Take(expectation, outcome))
            return;
        var judgement = expectation.Judge(outcome);
        if (!judgement.Passed)
            throw new CheckException(judgement.Message(Expression(source), hint));
    }

    // What stands after the lambda's arrow, on one line.
    static string Expression(string source)
    {
        var arrow = source.IndexOf("=>", StringComparison.Ordinal);
        return string.Join(' ', (arrow < 0 ? source : source[(arrow + 2)..]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    static double Positive(double deviation) => deviation > 0 ? deviation : throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "a standard deviation is larger than 0");

    static double Rate(double falseFail) => falseFail is > 0 and <= 1e-6 ? falseFail : throw new ArgumentOutOfRangeException(nameof(falseFail), falseFail, "a right answer may fail by chance, but at most once in a million times");

    static double[] Summing(double[] probabilities) => probabilities.All(probability => probability >= 0) && Math.Abs(probabilities.Sum() - 1) < 1e-6
        ? probabilities
        : throw new ArgumentException("probabilities are not negative and sum to 1", nameof(probabilities));
}
