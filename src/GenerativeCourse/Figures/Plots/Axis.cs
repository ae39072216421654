namespace GenerativeCourse.Figures.Plots;

/// <summary>What is asked of an axis; what is null follows from the data.</summary>
sealed class Axis
{
    public string? Label { get; set; }

    public bool Log { get; set; }

    public bool Reversed { get; set; }

    public (double Low, double High)? Range { get; set; }

    public IReadOnlyList<Tick>? Ticks { get; set; }

    /// <summary>Names in place of numbers: the first stands at 0.</summary>
    public List<string>? Categories { get; set; }

    public Axis Copy() => (Axis)MemberwiseClone();
}
