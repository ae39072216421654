namespace GenerativeCourse.Grading.Evaluation;

/// <summary>What the code of one submission may use.</summary>
public sealed record SessionLimits
{
    /// <summary>Processor time of one cell or asked expression, all its threads together. What a machine does beside it does not count.</summary>
    public TimeSpan Processor { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Time by the clock of one cell or asked expression, for code that sleeps.</summary>
    public TimeSpan Clock { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Resident memory of all processes of the submission, in bytes.</summary>
    public long Memory { get; init; } = 1_500_000_000;

    /// <summary>What one cell may print, in bytes; it is read and thrown away.</summary>
    public long Output { get; init; } = 20_000_000;

    /// <summary>The largest value that may come back, in bytes.</summary>
    public int Value { get; init; } = 32 << 20;
}
