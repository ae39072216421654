namespace GenerativeCourse.Notebooks.Jupyter.Wire;

/// <summary>A message that is dropped, and why.</summary>
internal sealed class WireException(string message) : Exception(message);
