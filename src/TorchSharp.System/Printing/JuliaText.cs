using System.Text;

namespace TorchSharp;

/// <summary>A tensor in the style of Julia: the last two axes as tables of aligned columns, one after the other.</summary>
internal static class JuliaText
{
    const string Ellipsis = "...";

    internal static string Write(ElementText elements, string metadata, int width, string newLine)
    {
        var text = new StringBuilder(metadata);
        if (elements.Axes == 0)
            return text.Append(", value = ").Append(elements[[]]).ToString();
        var place = new long[elements.Axes];
        int tables = Math.Max(0, elements.Axes - 2);
        if (tables == 0)
        {
            text.Append(newLine);
            Table(text, elements, place, width, newLine);
        }
        else if (!elements.Shape[..tables].Contains(0))
        {
            do
            {
                text.Append(newLine).Append($"[{string.Join(',', place[..tables])},..,..] =").Append(newLine);
                Table(text, elements, place, width, newLine);
            }
            while (Next(place, elements.Shape, tables));
        }
        return text.ToString();
    }

    // The next place in C order over the first axes; false after the last.
    static bool Next(long[] place, long[] shape, int axes)
    {
        for (int axis = axes - 1; axis >= 0; axis--)
        {
            if (++place[axis] < shape[axis])
                return true;
            place[axis] = 0;
        }
        return false;
    }

    static void Table(StringBuilder text, ElementText elements, long[] place, int width, string newLine)
    {
        int rowAxis = elements.Axes - 2;
        long rowCount = rowAxis < 0 ? 1 : elements.Shape[rowAxis], columns = elements.Shape[^1];
        var rows = new List<List<string>>();
        for (long i = 0; i < rowCount; i++)
        {
            if (rowAxis >= 0)
                place[rowAxis] = i;
            rows.Add(Row(elements, place, width));
        }
        int shown = rows.Count == 0 ? 0 : rows.Min(row => row.Count);
        int[] widths = [.. Enumerable.Range(0, shown).Select(column => rows.Max(row => row[column].Length))];
        foreach (List<string> row in rows)
        {
            for (int column = 0; column < shown; column++)
                text.Append(' ').Append(row[column].PadLeft(widths[column]));
            text.Append(shown < columns ? " " + Ellipsis : "").Append(newLine);
        }
        if (rowAxis >= 0)
            place[rowAxis] = 0;
    }

    // As many elements as the width takes, with room for an ellipsis.
    static List<string> Row(ElementText elements, long[] place, int width)
    {
        var row = new List<string>();
        long[] here = [.. place];
        for (here[^1] = 0; here[^1] < elements.Shape[^1]; here[^1]++)
        {
            string element = elements[here];
            if (width - element.Length - Ellipsis.Length - 1 < 0)
                break;
            row.Add(element);
            width -= element.Length + 1;
        }
        return row;
    }
}
