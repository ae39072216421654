using System.Globalization;

namespace GenerativeCourse.Grading.Formats;

/// <summary>Writes numbers as Python's <c>repr(float)</c> does, which nbgrader's checksums contain.</summary>
public static class PythonFloat
{
    const int FirstExponent = 16;
    const int LastFraction = -4;

    /// <summary>The shortest text that reads back as <paramref name="value"/>: always with a point or an exponent, the latter from 1e16 and below 1e-4.</summary>
    public static string Repr(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        if (value == 0)
            return double.IsNegative(value) ? "-0.0" : "0.0";
        // The shortest digits, as d.ddd and an exponent of ten.
        var text = Math.Abs(value).ToString("E16", CultureInfo.InvariantCulture);
        for (var digits = 0; digits < 17; digits++)
        {
            var shorter = Math.Abs(value).ToString($"E{digits}", CultureInfo.InvariantCulture);
            if (double.Parse(shorter, CultureInfo.InvariantCulture) == Math.Abs(value))
            {
                text = shorter;
                break;
            }
        }
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = text[..mark].Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        var sign = value < 0 ? "-" : "";
        if (exponent is < LastFraction or >= FirstExponent)
            return $"{sign}{mantissa[0]}{(mantissa.Length > 1 ? $".{mantissa[1..]}" : "")}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
        if (exponent < 0)
            return $"{sign}0.{new string('0', -exponent - 1)}{mantissa}";
        var whole = mantissa.PadRight(exponent + 1, '0');
        return $"{sign}{whole[..(exponent + 1)]}.{(whole.Length > exponent + 1 ? whole[(exponent + 1)..] : "0")}";
    }
}
