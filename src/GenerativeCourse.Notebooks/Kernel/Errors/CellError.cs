namespace GenerativeCourse.Notebooks.Kernel.Errors;

/// <summary>A mistake that a line explains: shown to the person without a stack trace.</summary>
/// <param name="message">What is wrong, with what, and what to do.</param>
/// <param name="name">The error's name as Jupyter shows it.</param>
internal sealed class CellError(string message, string name = "CellError") : Exception(message)
{
    /// <summary>Jupyter's <c>ename</c>.</summary>
    public string Name { get; } = name;
}
