using System.Collections;
using System.Runtime.CompilerServices;
using GenerativeCourse.Exercises.Judging;
using TorchSharp;
using static TorchSharp.torch;

namespace GenerativeCourse.Exercises;

/// <summary>Evaluates asked expressions and takes what they give out of torch, as plain data.</summary>
public static class Asked
{
    /// <summary>What comes of an expression; its new tensors are disposed.</summary>
    /// <param name="expression">The expression, a lambda without parameters.</param>
    /// <param name="shapeOnly">Leaves the values out.</param>
    public static Outcome Evaluate(Func<object?> expression, bool shapeOnly = false)
    {
        using var scope = NewDisposeScope();
        try
        {
            return Outcome.Returned(Plain(expression(), shapeOnly));
        }
        catch (Exception thrown) when (thrown is not (OutOfMemoryException or OperationCanceledException or ThreadInterruptedException))
        {
            return Outcome.Threw(thrown);
        }
    }

    /// <summary>A value as plain data: numbers, truths, texts, arrays, lists and tuples of them, and tensors of every real type; anything else by its type's name only.</summary>
    /// <exception cref="ObjectDisposedException">A tensor was disposed before.</exception>
    public static PlainValue Plain(object? value, bool shapeOnly = false) => value switch
    {
        null => PlainValue.Nothing,
        Tensor tensor => OfTensor(tensor, shapeOnly),
        bool truth => PlainValue.Of(truth),
        string text => PlainValue.Of(text),
        char letter => PlainValue.OfTexts([letter.ToString()], "char"),
        Enum name => PlainValue.OfTexts([name.ToString()], name.GetType().Name),
        _ when IsInteger(value.GetType()) => PlainValue.OfIntegers([Convert.ToInt64(value)], Name(value.GetType())),
        _ when IsFloat(value.GetType()) => PlainValue.OfNumbers([Convert.ToDouble(value)], Name(value.GetType())),
        Array array => OfItems(array.Cast<object?>(), array.GetType().GetElementType()!, $"{Name(array.GetType().GetElementType()!)}[{new string(',', array.Rank - 1)}]",
            [.. Enumerable.Range(0, array.Rank).Select(array.GetLongLength)], shapeOnly),
        ITuple tuple => OfTuple(tuple),
        IEnumerable items when ElementOf(items.GetType()) is { } element => OfList([.. items.Cast<object?>()], element, shapeOnly),
        _ => PlainValue.Other(Name(value.GetType())),
    };

    static PlainValue OfTensor(Tensor tensor, bool shapeOnly)
    {
        if (tensor.IsInvalid)
            throw new ObjectDisposedException("Tensor", "the tensor that came back was disposed before.");
        var type = $"Tensor {tensor.dtype}";
        var kind = tensor.dtype == ScalarType.Bool ? PlainKind.Truth : tensor.is_floating_point() ? PlainKind.Number : PlainKind.Integer;
        if (tensor.is_complex())
            return PlainValue.Other(type);
        if (shapeOnly)
            return PlainValue.OfShape(type, kind, tensor.shape);
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var plain = tensor.detach().cpu().to(kind == PlainKind.Number ? ScalarType.Float64 : ScalarType.Int64).contiguous();
        return kind switch
        {
            PlainKind.Number => PlainValue.OfNumbers(plain.data<double>().ToArray(), type, tensor.shape),
            PlainKind.Truth => PlainValue.OfTruths(plain.data<long>().ToArray(), type, tensor.shape),
            _ => PlainValue.OfIntegers(plain.data<long>().ToArray(), type, tensor.shape),
        };
    }

    static PlainValue OfList(object?[] items, Type element, bool shapeOnly) => OfItems(items, element, $"{Name(element)}[]", [items.Length], shapeOnly);

    // A tuple of numbers is a row of them: integers where all are, else floating-point.
    static PlainValue OfTuple(ITuple tuple)
    {
        object?[] items = [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])];
        var type = items.All(item => item is not null && IsInteger(item.GetType())) ? typeof(long) : items.All(item => item is not null && (IsInteger(item.GetType()) || IsFloat(item.GetType()))) ? typeof(double) : null;
        return type is null ? PlainValue.Other("a tuple of other things than numbers") : OfItems(items, type, $"a tuple of {items.Length}", [items.Length], shapeOnly: false);
    }

    static PlainValue OfItems(IEnumerable<object?> items, Type element, string name, long[] shape, bool shapeOnly)
    {
        var kind = element == typeof(bool) ? PlainKind.Truth : element == typeof(string) || element == typeof(char) ? PlainKind.Text
            : IsInteger(element) ? PlainKind.Integer : IsFloat(element) ? PlainKind.Number : PlainKind.Other;
        return kind switch
        {
            PlainKind.Other => PlainValue.Other(name),
            _ when shapeOnly => PlainValue.OfShape(name, kind, shape),
            PlainKind.Truth => PlainValue.OfTruths([.. items.Select(item => (bool)item! ? 1L : 0)], name, shape),
            PlainKind.Text => PlainValue.OfTexts([.. items.Select(item => item?.ToString() ?? "")], name, shape),
            PlainKind.Integer => PlainValue.OfIntegers([.. items.Select(Convert.ToInt64)], name, shape),
            _ => PlainValue.OfNumbers([.. items.Select(Convert.ToDouble)], name, shape),
        };
    }

    static Type? ElementOf(Type type) => type.GetInterfaces().Append(type)
        .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    static bool IsInteger(Type type) => type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte) || type == typeof(sbyte) || type == typeof(uint) || type == typeof(ushort);

    static bool IsFloat(Type type) => type == typeof(float) || type == typeof(double) || type == typeof(Half) || type == typeof(decimal);

    static string Name(Type type) => type == typeof(int) ? "int" : type == typeof(long) ? "long" : type == typeof(float) ? "float" : type == typeof(double) ? "double"
        : type == typeof(bool) ? "bool" : type == typeof(string) ? "string" : type.Name;
}
