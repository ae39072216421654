namespace GenerativeCourse.Cli.Doctor;

/// <summary>How something that the course can use was found.</summary>
public enum State
{
    /// <summary>There and as it should be.</summary>
    Good,
    /// <summary>There, but wrong or slow.</summary>
    Poor,
    /// <summary>Not there, and the course runs without.</summary>
    Absent,
    /// <summary>Not there, and needed.</summary>
    Missing,
}

/// <summary>One line of <c>course doctor</c>: what was looked for, how and as what it was found, and what to do about it.</summary>
public sealed record Finding(string What, State State, string Detail, string Advice = "");
