namespace GenerativeCourse.Cli.Testing;

/// <summary>How a test ended.</summary>
public enum TestOutcome
{
    /// <summary>It passed.</summary>
    Passed,
    /// <summary>It failed, or its process ended under it.</summary>
    Failed,
    /// <summary>It was skipped.</summary>
    Skipped,
}

/// <summary>One test's end: its name, and why it failed or was skipped.</summary>
public sealed record FinishedTest(string Name, TestOutcome Outcome, string Why = "");
