namespace GenerativeCourse.Figures.Plots;

/// <summary>A tick of an axis: where, and what stands there; a minor tick has no text.</summary>
readonly record struct Tick(double Value, string Text);

/// <summary>Chooses ticks at 1, 2 or 5 times a power of ten.</summary>
static class Ticks
{
    /// <summary>About <paramref name="wanted"/> ticks between two numbers, at whole numbers only where those are meant.</summary>
    public static List<Tick> Linear(double low, double high, int wanted, bool whole = false)
    {
        var step = Math.Max(whole ? 1 : 0, Step(low, high, wanted));
        var largest = Math.Max(Math.Abs(low), Math.Abs(high));
        var ticks = new List<Tick>();
        for (var index = Math.Ceiling(low / step - 1e-6); index <= Math.Floor(high / step + 1e-6); index++)
            ticks.Add(new(index * step, NumberText.Tick(index * step, step, largest)));
        return ticks;
    }

    /// <summary>Ticks for a logarithmic axis: decades, then 1, 2, 5 within them, then even steps where the range is short.</summary>
    public static List<Tick> Log(double low, double high, int wanted)
    {
        int first = (int)Math.Ceiling(Math.Log10(low) - 1e-9), last = (int)Math.Floor(Math.Log10(high) + 1e-9);
        if (last - first >= 2 || last - first == 1 && wanted < 5)
        {
            var stride = Math.Max(1, (int)Math.Ceiling((last - first + 1) / (double)Math.Max(2, wanted)));
            var plain = first >= -3 && last <= 4;
            var ticks = new List<Tick>();
            for (var exponent = first - 1; exponent <= last; exponent++)
            {
                if (exponent >= first) ticks.Add(new(Math.Pow(10, exponent), (exponent - first) % stride == 0 ? NumberText.Decade(exponent, plain) : ""));
                for (var part = 2; part <= 9 && stride == 1; part++)
                    if (part * Math.Pow(10, exponent) is var minor && minor >= low && minor <= high)
                        ticks.Add(new(minor, ""));
            }
            return ticks;
        }
        var few = new List<Tick>();
        for (var exponent = first - 1; exponent <= last; exponent++)
            foreach (var part in (int[])[1, 2, 5])
                if (part * Math.Pow(10, exponent) is var value && value >= low * 0.999999 && value <= high * 1.000001)
                    few.Add(new(value, NumberText.Of(value)));
        return few.Count >= 3 ? few : Linear(low, high, wanted);
    }

    /// <summary>The step of a linear axis: the nearest of 1, 2 and 5 times a power of ten.</summary>
    public static double Step(double low, double high, int wanted)
    {
        var rough = (high - low) / Math.Max(1, wanted);
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var share = rough / power;
        return power * (share < Math.Sqrt(2) ? 1 : share < Math.Sqrt(10) ? 2 : share < Math.Sqrt(50) ? 5 : 10);
    }
}
