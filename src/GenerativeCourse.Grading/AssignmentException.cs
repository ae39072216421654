namespace GenerativeCourse.Grading;

/// <summary>An assignment, a release or a key that cannot be used; the message is one line with the place, what is wrong and what to do.</summary>
public sealed class AssignmentException(string message) : Exception(message);
