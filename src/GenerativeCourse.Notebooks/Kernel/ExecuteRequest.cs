namespace GenerativeCourse.Notebooks.Kernel;

/// <summary>A cell to execute.</summary>
/// <param name="Code">The cell's source, magics included.</param>
public sealed record ExecuteRequest(string Code)
{
    /// <summary>The cell's language: <c>csharp</c> (also when null), <c>html</c>, <c>javascript</c>, <c>markdown</c> or <c>mermaid</c>; unknown ones are an error.</summary>
    public string? Language { get; init; }

    /// <summary>The number that errors name, as in <c>Cell[7]:line 3</c>; null for the execution count.</summary>
    public int? CellNumber { get; init; }

    /// <summary>The notebook's id of the cell, if it has one.</summary>
    public string? CellId { get; init; }

    /// <summary>Jupyter's <c>silent</c>: no result is published and the execution count stays.</summary>
    public bool Silent { get; init; }

    /// <summary>Jupyter's <c>store_history</c>: counts this execution.</summary>
    public bool StoreHistory { get; init; } = true;

    /// <summary>Jupyter's <c>allow_stdin</c>: whether the front end can answer <see cref="KernelOptions.ReadInput"/> for this cell.</summary>
    public bool AllowStdin { get; init; } = true;

    /// <summary>
    /// Whether the front end draws the formulas and diagrams of Markdown by itself, yet would show HTML before it, as VS Code does: Markdown and
    /// Mermaid cells then send no HTML.
    /// </summary>
    public bool DrawsMarkdown { get; init; }
}

/// <summary>How an execution ended; the <c>error</c> output, if any, has already been published.</summary>
/// <param name="Status"><c>ok</c>, <c>error</c> (also when interrupted: the error's name is then <c>Interrupted</c>) or <c>aborted</c> (never started).</param>
/// <param name="ExecutionCount">Jupyter's <c>execution_count</c>, from 1.</param>
/// <param name="ErrorName">The exception's type, <c>CompilationError</c> or <c>Interrupted</c>; null when ok.</param>
/// <param name="ErrorValue">The one-line message; null when ok.</param>
/// <param name="Traceback">What a person reads, by lines; empty when ok.</param>
public sealed record ExecuteReply(string Status, int ExecutionCount, string? ErrorName, string? ErrorValue, IReadOnlyList<string> Traceback);
