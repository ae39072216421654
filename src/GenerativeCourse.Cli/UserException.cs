namespace GenerativeCourse.Cli;

/// <summary>A mistake of the user's, or something that the machine lacks: its message says in one line what is wrong, with what, and what to do.</summary>
public sealed class UserException(string message) : Exception(message);
