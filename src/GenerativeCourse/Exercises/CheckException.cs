namespace GenerativeCourse.Exercises;

/// <summary>A check of an exercise failed; the message says what was asked, expected and found, and what is perhaps wrong.</summary>
public sealed class CheckException(string message) : Exception(message);
