namespace GenerativeCourse.Notebooks.Formats;

/// <summary>A notebook file that cannot be read; the message is one line with the place and what is wrong there.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <summary>Says that <paramref name="file"/> is broken at a one-based line and column (0 when the whole file is meant).</summary>
    public NotebookFormatException(string file, int line, int column, string problem)
        : base(line > 0 ? $"{file}:{line}:{column}: {problem}" : $"{file}: {problem}")
    {
        (File, Line, Column, Problem) = (file, line, column, problem);
    }

    /// <summary>The file's path as it was given.</summary>
    public string File { get; }

    /// <summary>One-based line, or 0.</summary>
    public int Line { get; }

    /// <summary>One-based column in characters, or 0.</summary>
    public int Column { get; }

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; }
}
