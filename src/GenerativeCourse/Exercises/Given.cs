using GenerativeCourse.Exercises.Judging;
using static TorchSharp.torch;

namespace GenerativeCourse.Exercises;

/// <summary>The inputs of tests as plain data, so that a release can keep them and a grader can hand them to an answer without the code that they came from.</summary>
public static class Given
{
    /// <summary>A number to make inputs of tests from, so that they differ between students where an assignment is released with a seed a student. Elsewhere it is 1.</summary>
    public static int Seed { get; set; } = 1;

    static readonly Type[] Scalars = [typeof(double), typeof(float), typeof(long), typeof(int), typeof(bool), typeof(string)];

    /// <summary>A variable as one line of JSON; empty where its type is none that <see cref="Read"/> can make again: a number, truth or text, an array of them, a tensor without a gradient.</summary>
    public static string Write<T>(T value)
    {
        var readable = Scalars.Contains(typeof(T)) || (typeof(T).IsArray && Scalars.Contains(typeof(T).GetElementType()))
            || (typeof(T) == typeof(Tensor) && value is Tensor { requires_grad: false } tensor && !tensor.is_complex());
        return readable && value is not null && Asked.Plain(value) is { Kind: not (PlainKind.Nothing or PlainKind.Other) } plain ? plain.ToJson() : "";
    }

    /// <summary>A variable from what <see cref="Write"/> gave.</summary>
    /// <exception cref="ArgumentException">The type is none of those that are written.</exception>
    public static T Read<T>(string json) => (T)Read(PlainValue.FromJson(json), typeof(T));

    static object Read(PlainValue value, Type type)
    {
        if (type == typeof(Tensor))
            return OfTensor(value);
        if (!type.IsArray)
            return Item(value, 0, type);
        var element = type.GetElementType()!;
        var array = Array.CreateInstance(element, [.. value.Shape]);
        var at = new long[array.Rank];
        for (var i = 0; i < value.Count; i++)
        {
            for (long rest = i, dimension = array.Rank - 1; dimension >= 0; rest /= value.Shape[(int)dimension--])
                at[dimension] = rest % value.Shape[(int)dimension];
            array.SetValue(Item(value, i, element), at);
        }
        return array;
    }

    static object Item(PlainValue value, int i, Type type) => value.Kind switch
    {
        PlainKind.Text => value.Texts[i],
        PlainKind.Truth => value.Integers[i] != 0,
        PlainKind.Integer => Convert.ChangeType(value.Integers[i], type, null),
        PlainKind.Number => Convert.ChangeType(value.Numbers[i], type, null),
        _ => throw new ArgumentException($"a value of kind {value.Kind} is no input"),
    };

    // Numbers of every precision are exact as float64, and whole ones as int64.
    static Tensor OfTensor(PlainValue value)
    {
        var type = Enum.Parse<ScalarType>(value.Type["Tensor ".Length..]);
        using var wide = value.Kind == PlainKind.Number ? tensor(value.ToNumbers(), dtype: ScalarType.Float64) : tensor(value.Integers.ToArray(), dtype: ScalarType.Int64);
        using var shaped = wide.reshape([.. value.Shape]);
        return type == shaped.dtype ? shaped.alias() : shaped.to(type);
    }
}
