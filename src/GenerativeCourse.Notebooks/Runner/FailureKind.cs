namespace GenerativeCourse.Notebooks.Runner;

/// <summary>What became of a cell that did not run to its end.</summary>
public enum FailureKind
{
    /// <summary>The code did not compile or threw.</summary>
    Error,

    /// <summary>It ran longer than it may.</summary>
    Timeout,

    /// <summary>It put out more than it may.</summary>
    OutputLimit,

    /// <summary>Its process used more memory than it may.</summary>
    MemoryLimit,

    /// <summary>It ended its process.</summary>
    ProcessExited,

    /// <summary>It overflowed the stack.</summary>
    StackOverflow,

    /// <summary>An exception on another thread ended the process.</summary>
    UnhandledException,

    /// <summary>A signal, such as native code's access to foreign memory, ended the process.</summary>
    ProcessCrashed,

    /// <summary>The process could not be started.</summary>
    NotStarted,
}
