using System.Globalization;

namespace GenerativeCourse.Figures.Plots;

/// <summary>Writes numbers for readers: a real minus sign, powers of ten as superscripts, no stray digits.</summary>
static class NumberText
{
    const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A number to some significant digits.</summary>
    public static string Of(double value, int digits = 4)
    {
        if (!double.IsFinite(value)) return double.IsNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        if (value == 0) return "0";
        var exponent = Exponent(value);
        return exponent is < -4 or > 6
            ? Scientific(value, digits)
            : Sign(value.ToString("0." + new string('#', Math.Clamp(digits - 1 - exponent, 0, 12)), CultureInfo.InvariantCulture));
    }

    /// <summary>A number with a number of decimals.</summary>
    public static string Fixed(double value, int decimals) =>
        double.IsFinite(value) ? Sign(value.ToString("#,0." + new string('0', decimals), CultureInfo.InvariantCulture)) : Of(value);

    /// <summary>How many decimals let numbers compare at a glance: none where all are whole, else three digits of the largest.</summary>
    public static int Decimals(IEnumerable<double> values)
    {
        var (largest, whole) = (0.0, true);
        foreach (var value in values)
            if (double.IsFinite(value))
                (largest, whole) = (Math.Max(largest, Math.Abs(value)), whole && value == Math.Floor(value));
        return whole ? 0 : Math.Clamp(2 - Exponent(largest), 0, 6);
    }

    /// <summary>A tick at a multiple of <paramref name="step"/>, on an axis that reaches <paramref name="largest"/>.</summary>
    public static string Tick(double value, double step, double largest)
    {
        if (Math.Abs(value) < step / 1e6) return "0";
        if (largest is >= 1e7 or < 1e-4) return Scientific(value, Math.Max(1, Exponent(value) - Exponent(step) + 1));
        var decimals = Math.Clamp(-(int)Math.Floor(Math.Log10(step) + 1e-9), 0, 12);
        return Sign(value.ToString((largest >= 1e4 ? "#,0." : "0.") + new string('0', decimals), CultureInfo.InvariantCulture));
    }

    /// <summary>Ten to a power, as a plain number or as a power.</summary>
    public static string Decade(int exponent, bool plain) => plain
        ? Math.Pow(10, exponent).ToString("#,0.###", CultureInfo.InvariantCulture)
        : "10" + Power(exponent);

    static string Scientific(double value, int digits)
    {
        var exponent = Exponent(value);
        var mantissa = Math.Round(value / Math.Pow(10, exponent), Math.Clamp(digits - 1, 0, 12));
        if (Math.Abs(mantissa) >= 10) (mantissa, exponent) = (mantissa / 10, exponent + 1);
        var power = "10" + Power(exponent);
        return Math.Abs(mantissa) == 1 ? (mantissa < 0 ? "−" : "") + power : $"{Sign(mantissa.ToString("0.############", CultureInfo.InvariantCulture))}×{power}";
    }

    static string Power(int exponent) => (exponent < 0 ? "⁻" : "") + string.Concat(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).Select(digit => Superscripts[digit - '0']));

    static int Exponent(double value) => (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-12);

    static string Sign(string number) => number.Replace('-', '−');
}
