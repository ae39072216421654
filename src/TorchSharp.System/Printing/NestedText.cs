using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A tensor as nested lists, long axes with an ellipsis in the middle: NumPy's brackets, or a C# array initialiser.</summary>
internal sealed class NestedText
{
    readonly StringBuilder text = new();
    readonly ElementText elements;
    readonly long[] place;
    readonly char open, close;
    readonly string suffix, newLine;
    readonly bool initialiser;

    NestedText(ElementText elements, bool initialiser, string suffix, string newLine)
    {
        (this.elements, this.initialiser, this.suffix, this.newLine) = (elements, initialiser, suffix, newLine);
        (open, close) = initialiser ? ('{', '}') : ('[', ']');
        place = new long[elements.Axes];
    }

    internal static string Numpy(ElementText elements, string newLine)
    {
        var nested = new NestedText(elements, false, "", newLine);
        nested.List(0, true);
        return nested.text.ToString();
    }

    internal static string CSharp(ElementText elements, string metadata, ScalarType dtype, string newLine)
    {
        string name = dtype switch
        {
            ScalarType.Bool => "bool",
            ScalarType.Byte => "byte",
            ScalarType.Int8 => "sbyte",
            ScalarType.Int16 => "short",
            ScalarType.Int32 => "int",
            ScalarType.Int64 => "long",
            ScalarType.Float32 => "float",
            ScalarType.Float64 => "double",
            ScalarType.BFloat16 => "bfloat16",
            ScalarType.Float16 => "float16",
            ScalarType.ComplexFloat32 => "complex32",
            _ => "complex64",
        };
        string suffix = dtype switch
        {
            ScalarType.Int64 => "L",
            ScalarType.Float32 or ScalarType.Float16 or ScalarType.BFloat16 => "f",
            _ => "",
        };
        int axes = elements.Axes;
        if (axes == 0)
            return $"{metadata}, value = {elements[[]]}";
        var nested = new NestedText(elements, true, suffix, newLine);
        nested.text.Append(metadata).Append(", value = ").Append(axes > 1 ? newLine : "").Append(name).Append(" [").Append(',', axes - 1).Append("] ");
        nested.List(0, true);
        return nested.text.ToString();
    }

    void List(int axis, bool indented)
    {
        if (indented)
            text.Append(' ', axis);
        if (axis == elements.Axes)
        {
            text.Append(elements[place]);
            return;
        }
        bool outermost = initialiser && axis == 0 && elements.Axes > 1;
        text.Append(open).Append(outermost ? newLine + " " : "");
        if (axis == elements.Axes - 1)
            Cells(axis);
        else
            Rows(axis);
        text.Append(outermost ? newLine : "").Append(close);
        place[axis] = 0;
    }

    void Cells(int axis)
    {
        bool first = true;
        foreach (long i in Shown(elements.Shape[axis], maxColumns))
        {
            text.Append(first ? "" : ", ");
            first = false;
            place[axis] = i < 0 ? 0 : i;
            text.Append(i < 0 ? "..." : elements[place] + suffix);
            if (i < 0)
                (first, _) = (true, text.Append(' '));
        }
    }

    void Rows(int axis)
    {
        string between = initialiser ? "," + newLine : string.Concat(Enumerable.Repeat(newLine, elements.Axes - axis - 1));
        bool first = true, afterEllipsis = false;
        foreach (long i in Shown(elements.Shape[axis], maxRows))
        {
            text.Append(first ? "" : afterEllipsis ? (initialiser ? newLine : between) : between);
            afterEllipsis = i < 0;
            if (i < 0)
            {
                text.Append(' ', axis).Append(" ...");
                continue;
            }
            place[axis] = i;
            List(axis + 1, !first);
            first = false;
        }
    }

    // Which of so many are shown, -1 for the ellipsis.
    static IEnumerable<long> Shown(long count, int most)
    {
        long trailing = most / 2, leading = most - trailing;
        for (long i = 0; i < count; i++)
        {
            if (count > most && i == leading)
            {
                yield return -1;
                i = count - trailing;
            }
            yield return i;
        }
    }
}
