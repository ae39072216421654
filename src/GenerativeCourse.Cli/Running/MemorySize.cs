using System.Globalization;

namespace GenerativeCourse.Cli.Running;

/// <summary>Reads and writes amounts of memory as people do: 500M, 8G, 1.5 GiB.</summary>
public static class MemorySize
{
    const long Gibibyte = 1L << 30;

    /// <summary>Reads a size in bytes; a bare number counts bytes; null for anything else.</summary>
    public static long? Parse(string text)
    {
        var number = text.Replace(" ", "", StringComparison.Ordinal).TrimEnd('B', 'b', 'i');
        var power = number.Length == 0 ? 0 : "KMGT".IndexOf(char.ToUpperInvariant(number[^1])) + 1;
        return double.TryParse(number[..^Math.Min(power, 1)], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value * Math.Pow(1024, power) < long.MaxValue
            ? (long)(value * Math.Pow(1024, power))
            : null;
    }

    /// <summary>A size as MB or GB are commonly shown.</summary>
    public static string Show(long bytes) => bytes >= Gibibyte
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)Gibibyte:0.0} GiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):0} MiB");
}
