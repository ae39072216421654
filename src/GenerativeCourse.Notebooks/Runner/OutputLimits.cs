namespace GenerativeCourse.Notebooks.Runner;

/// <summary>How much a cell may put out, in bytes: what is kept of it, and how much more it may write before it is stopped.</summary>
/// <param name="Kept">Beyond this the rest is left out and a note says so.</param>
/// <param name="Dropped">When more than this has been left out the cell has failed.</param>
public sealed record OutputLimits(long Kept = 10_000_000, long Dropped = 100_000_000);
