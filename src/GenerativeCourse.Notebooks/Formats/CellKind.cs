namespace GenerativeCourse.Notebooks.Formats;

/// <summary>The three kinds of cells of notebook format 4.</summary>
public enum CellKind
{
    /// <summary>A cell that a kernel executes.</summary>
    Code,

    /// <summary>Prose in Markdown.</summary>
    Markdown,

    /// <summary>Text that nothing interprets.</summary>
    Raw,
}
