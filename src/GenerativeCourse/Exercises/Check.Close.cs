using System.Runtime.CompilerServices;
using GenerativeCourse.Exercises.Judging;
using static TorchSharp.torch;

namespace GenerativeCourse.Exercises;

public static partial class Check
{
    /// <summary>Asks for a number, or a tensor (), with |actual - expected| at most tolerance times max(1, |expected|).</summary>
    /// <exception cref="CheckException">It is further off, or no one number.</exception>
    public static void Close(Func<object?> asked, double expected, double tolerance, string hint, [CallerArgumentExpression(nameof(asked))] string source = "") => Near(asked, expected, tolerance, hint, source);

    /// <summary>Asks for numbers, in an array or a tensor (N), each with |actual - expected| at most tolerance times max(1, |expected|).</summary>
    /// <exception cref="CheckException">One is further off, or the shape is another.</exception>
    public static void Close(Func<object?> asked, double[] expected, double tolerance, string hint, [CallerArgumentExpression(nameof(asked))] string source = "") => Near(asked, expected, tolerance, hint, source);

    /// <summary>Asks for numbers in an array or tensor of this shape, each with |actual - expected| at most tolerance times max(1, |expected|).</summary>
    /// <exception cref="CheckException">One is further off, or the shape is another.</exception>
    public static void Close(Func<object?> asked, Array expected, double tolerance, string hint, [CallerArgumentExpression(nameof(asked))] string source = "") => Near(asked, expected, tolerance, hint, source);

    /// <summary>Asks for a tensor of this shape, each element with |actual - expected| at most tolerance times max(1, |expected|).</summary>
    /// <exception cref="CheckException">One is further off, or the shape is another.</exception>
    [OverloadResolutionPriority(-1)] // an array is one before it becomes a tensor
    public static void Close(Func<object?> asked, Tensor expected, double tolerance, string hint, [CallerArgumentExpression(nameof(asked))] string source = "") => Near(asked, expected, tolerance, hint, source);

    static void Near(Func<object?> asked, object expected, double tolerance, string hint, string source)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        Judge(asked, new CloseExpectation(Asked.Plain(expected), tolerance), hint, source);
    }
}
