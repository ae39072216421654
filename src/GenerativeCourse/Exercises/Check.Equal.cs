using System.Runtime.CompilerServices;
using GenerativeCourse.Exercises.Judging;
using static TorchSharp.torch;

namespace GenerativeCourse.Exercises;

public static partial class Check
{
    /// <summary>Asks for a whole number.</summary>
    /// <exception cref="CheckException">It is another.</exception>
    public static void Equal(Func<object?> asked, long expected, string hint, [CallerArgumentExpression(nameof(asked))] string source = "") => Same(asked, expected, hint, source);

    /// <summary>Asks for a truth.</summary>
    /// <exception cref="CheckException">It is the other one.</exception>
    public static void Equal(Func<object?> asked, bool expected, string hint, [CallerArgumentExpression(nameof(asked))] string source = "") => Same(asked, expected, hint, source);

    /// <summary>Asks for a text.</summary>
    /// <exception cref="CheckException">It is another.</exception>
    public static void Equal(Func<object?> asked, string expected, string hint, [CallerArgumentExpression(nameof(asked))] string source = "") => Same(asked, expected, hint, source);

    /// <summary>Asks for whole numbers, in an array or a tensor (N).</summary>
    /// <exception cref="CheckException">One is another, or the shape is.</exception>
    public static void Equal(Func<object?> asked, long[] expected, string hint, [CallerArgumentExpression(nameof(asked))] string source = "") => Same(asked, expected, hint, source);

    /// <summary>Asks for truths, in an array or a tensor (N).</summary>
    /// <exception cref="CheckException">One is another, or the shape is.</exception>
    public static void Equal(Func<object?> asked, bool[] expected, string hint, [CallerArgumentExpression(nameof(asked))] string source = "") => Same(asked, expected, hint, source);

    /// <summary>Asks for texts, in an array or a list.</summary>
    /// <exception cref="CheckException">One is another, or the number of them is.</exception>
    public static void Equal(Func<object?> asked, string[] expected, string hint, [CallerArgumentExpression(nameof(asked))] string source = "") => Same(asked, expected, hint, source);

    /// <summary>Asks for whole numbers or truths in an array of any rank.</summary>
    /// <exception cref="CheckException">One is another, or the shape is.</exception>
    public static void Equal(Func<object?> asked, Array expected, string hint, [CallerArgumentExpression(nameof(asked))] string source = "") => Same(asked, expected, hint, source);

    /// <summary>Asks for a tensor of whole numbers or truths.</summary>
    /// <exception cref="CheckException">One is another, or the shape is.</exception>
    [OverloadResolutionPriority(-1)] // an array is one before it becomes a tensor
    public static void Equal(Func<object?> asked, Tensor expected, string hint, [CallerArgumentExpression(nameof(asked))] string source = "") => Same(asked, expected, hint, source);

    static void Same(Func<object?> asked, object expected, string hint, string source)
    {
        var plain = Asked.Plain(expected);
        if (plain.Kind == PlainKind.Number)
            throw new ArgumentException("Check.Equal is for whole numbers, truths and texts: Check.Close compares floating-point numbers", nameof(expected));
        Judge(asked, new EqualExpectation(plain), hint, source);
    }
}
