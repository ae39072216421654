namespace GenerativeCourse.Figures;

/// <summary>Colours for numbers in [0, 1], interpolated between stops at equal distances; each reads well without red-green vision.</summary>
public sealed class ColorMap
{
    readonly Rgb[] stops;
    readonly Rgb[] table;

    /// <summary>A colour map of its own stops, two or more, from low to high.</summary>
    public ColorMap(string name, params Rgb[] stops)
    {
        if (stops.Length < 2) throw new ArgumentException($"The colour map {name} has {stops.Length} stops; give two or more.", nameof(stops));
        (Name, this.stops) = (name, stops);
        table = [.. Enumerable.Range(0, 256).Select(i => Interpolate(i / 255.0))];
    }

    /// <summary>Black to white.</summary>
    public static ColorMap Gray { get; } = new("Gray", "#000000", "#FFFFFF");

    /// <summary>White to black, for probabilities on paper.</summary>
    public static ColorMap Ink { get; } = new("Ink", "#FFFFFF", "#000000");

    /// <summary>White to dark blue: counts and confusion matrices.</summary>
    public static ColorMap Blues { get; } = new("Blues", "#F7FBFF", "#DEEBF7", "#C6DBEF", "#9ECAE1", "#6BAED6", "#4292C6", "#2171B5", "#08519C", "#08306B");

    /// <summary>Viridis (Smith and van der Walt, 2015): the default for quantities.</summary>
    public static ColorMap Viridis { get; } = new("Viridis", "#440154", "#482878", "#3E4989", "#31688E", "#26828E", "#1F9E89", "#35B779", "#6ECE58", "#B5DE2B", "#FDE725");

    /// <summary>Magma (Smith and van der Walt, 2015): black to cream.</summary>
    public static ColorMap Magma { get; } = new("Magma", "#000004", "#180F3D", "#440F76", "#721F81", "#9E2F7F", "#CD4071", "#F1605D", "#FD9668", "#FECA8D", "#FCFDBF");

    /// <summary>Cividis (Nunez, Anderton and Renslow, 2018): made for colour-blind readers.</summary>
    public static ColorMap Cividis { get; } = new("Cividis", "#00224E", "#123570", "#3B496C", "#575D6D", "#707173", "#8A8678", "#A59C74", "#C3B369", "#E1CC55", "#FEE838");

    /// <summary>Blue over white to red (ColorBrewer's RdBu): signed quantities around zero.</summary>
    public static ColorMap BlueRed { get; } = new("BlueRed", "#053061", "#2166AC", "#4393C3", "#92C5DE", "#D1E5F0", "#F7F7F7", "#FDDBC7", "#F4A582", "#D6604D", "#B2182B", "#67001F");

    /// <summary>The name.</summary>
    public string Name { get; }

    internal IReadOnlyList<Rgb> Stops => stops;

    internal bool IsGray => stops.All(s => s.R == s.G && s.G == s.B);

    /// <summary>The colour at a number in [0, 1]; numbers outside take the nearer end.</summary>
    public Rgb At(double value) => table[(int)Math.Round(255 * Math.Clamp(value, 0, 1))];

    /// <summary>The name of the map.</summary>
    public override string ToString() => Name;

    Rgb Interpolate(double value)
    {
        var place = value * (stops.Length - 1);
        var index = Math.Min((int)place, stops.Length - 2);
        return stops[index + 1].Over(stops[index], place - index);
    }
}
