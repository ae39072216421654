using GenerativeCourse.Grading.Gradebooks;

namespace GenerativeCourse.Cli.Assignments;

/// <summary>What a user asks of <c>course grade</c>.</summary>
sealed record GradeRequest
{
    /// <summary>The released folder.</summary>
    public required string Release { get; init; }

    /// <summary>Its key.</summary>
    public required string Key { get; init; }

    /// <summary>The folder with what was handed in.</summary>
    public required string Submissions { get; init; }

    /// <summary>The folder to write to.</summary>
    public required string Out { get; init; }

    /// <summary>Submissions at a time.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Whether those are graded again that did not change.</summary>
    public bool Anew { get; init; }

    /// <summary>Whether students' code runs without a sandbox.</summary>
    public bool Unsandboxed { get; init; }

    /// <summary>Whether students' code runs as nobody, in place of a sandbox.</summary>
    public bool AsNobody { get; init; }

    /// <summary>Processor seconds of one cell or check.</summary>
    public double Seconds { get; init; } = 20;

    /// <summary>What lateness costs.</summary>
    public LatePolicy Late { get; init; } = LatePolicy.None;
}
