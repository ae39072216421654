namespace GenerativeCourse.Figures.Plots;

/// <summary>Places numbers along an axis: data from low to high, CSS pixels from start to end.</summary>
sealed record Scale(double Low, double High, bool Log, double Start, double End)
{
    readonly double from = Log ? Math.Log10(Low) : Low, to = Log ? Math.Log10(High) : High;

    /// <summary>The place of a number; not a number where the axis cannot show it.</summary>
    public double this[double value] => Start + ((Log ? value > 0 ? Math.Log10(value) : double.NaN : value) - from) / (to - from) * (End - Start);

    /// <summary>Pixels for one unit of a linear axis.</summary>
    public double Unit => Math.Abs((End - Start) / (to - from));
}

/// <summary>The box that data are drawn in, with its two scales.</summary>
sealed record Frame(double Left, double Top, double Width, double Height, Scale X, Scale Y)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;
}
