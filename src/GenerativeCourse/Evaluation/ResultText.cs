using System.Globalization;

namespace GenerativeCourse.Evaluation;

/// <summary>Results as people read them.</summary>
public static class ResultText
{
    const int MostDecimals = 6;

    /// <summary>A number with the decimals that a scale, such as an interval's width, gives sense to: two digits of it, more or less.</summary>
    public static string Number(double value, double scale)
    {
        if (!(scale > 0) || !double.IsFinite(scale))
            return value.ToString("G5", CultureInfo.InvariantCulture);
        var decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(scale) + 1e-9), 0, MostDecimals);
        return value.ToString("F" + decimals, CultureInfo.InvariantCulture);
    }

    /// <summary>A duration in the unit that suits it.</summary>
    public static string Duration(double seconds) => seconds switch
    {
        < 120 => FormattableString.Invariant($"{seconds:0} s"),
        < 7200 => FormattableString.Invariant($"{seconds / 60:0} min"),
        _ => FormattableString.Invariant($"{seconds / 3600:0.0} h"),
    };

    /// <summary>Eight significant digits of a number: what is stored, so that the last bits of a sum do not change a file.</summary>
    public static double Rounded(double value) => double.Parse(value.ToString("G8", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
