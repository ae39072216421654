namespace GenerativeCourse.Grading.Outputs;

/// <summary>The kinds of outputs that a grader is shown, or told of.</summary>
public enum OutputKind
{
    /// <summary>What was printed, or a value's text.</summary>
    Text,

    /// <summary>An error with its trace.</summary>
    Error,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>Something that is not shown: HTML, scripts, pictures too large or of another kind.</summary>
    Unshown,
}
