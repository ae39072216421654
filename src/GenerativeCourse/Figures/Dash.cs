namespace GenerativeCourse.Figures;

/// <summary>How a line is broken.</summary>
public enum Dash
{
    /// <summary>Not at all.</summary>
    Solid,

    /// <summary>Into long pieces.</summary>
    Dashed,

    /// <summary>Into short pieces.</summary>
    Dotted,
}
