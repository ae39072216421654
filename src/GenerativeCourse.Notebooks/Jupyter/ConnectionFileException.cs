namespace GenerativeCourse.Notebooks.Jupyter;

/// <summary>A connection file that does not say what is needed.</summary>
internal sealed class ConnectionFileException(string message) : Exception(message);
