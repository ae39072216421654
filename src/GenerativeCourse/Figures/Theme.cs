namespace GenerativeCourse.Figures;

/// <summary>The colours of figures: most of Okabe and Ito's palette (2008), and others that colour-blind readers can tell from those.</summary>
public static class Theme
{
    /// <summary>Text: 15.9 to 1 on white.</summary>
    public static Rgb Ink { get; } = "#222222";

    /// <summary>Tick labels: 7 to 1 on white.</summary>
    public static Rgb SoftInk { get; } = "#555555";

    /// <summary>Axis lines.</summary>
    public static Rgb Axis { get; } = "#8A8A8A";

    /// <summary>Grid lines.</summary>
    public static Rgb Grid { get; } = "#E4E4E4";

    /// <summary>The background.</summary>
    public static Rgb Paper { get; } = "#FFFFFF";

    /// <summary>Colours of series, in order; each stands out from white, the first four by 3 to 1 or more.</summary>
    public static IReadOnlyList<Rgb> Series { get; } = ["#0072B2", "#D55E00", "#009E73", "#B8508F", "#E69F00", "#56B4E9", "#222222", "#8040E0", "#7A2E00", "#999999"];
}
