namespace GenerativeCourse.Notebooks.Export.Mathematics;

/// <summary>A formula that breaks TeX's rules; the message says how.</summary>
sealed class TexException(string message) : Exception(message);
