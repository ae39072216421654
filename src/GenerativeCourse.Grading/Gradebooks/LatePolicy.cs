namespace GenerativeCourse.Grading.Gradebooks;

/// <summary>What lateness costs.</summary>
/// <param name="Due">When the assignment is due; null where it never is.</param>
/// <param name="PerDay">The share of the earned points that each day begun costs, 0 to 1; 1 leaves nothing.</param>
/// <param name="Extensions">How much longer some students have.</param>
public sealed record LatePolicy(DateTimeOffset? Due, double PerDay, IReadOnlyDictionary<string, TimeSpan> Extensions)
{
    /// <summary>No due date.</summary>
    public static LatePolicy None { get; } = new(null, 0, new Dictionary<string, TimeSpan>());

    /// <summary>How late a submission is; zero where it is in time or nothing says when it came.</summary>
    public TimeSpan Lateness(string student, DateTimeOffset? timestamp)
    {
        var late = timestamp - (Due + Extensions.GetValueOrDefault(student));
        return late > TimeSpan.Zero ? late.Value : TimeSpan.Zero;
    }

    /// <summary>The points that a submission loses of those that it earned.</summary>
    public double Penalty(string student, DateTimeOffset? timestamp, double earned) =>
        Math.Min(1, Math.Ceiling(Lateness(student, timestamp).TotalDays) * PerDay) * Math.Max(0, earned);
}
